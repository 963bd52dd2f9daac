package dk.genvej.citizen;

import static dk.genvej.testing.Citizens.aCitizen;

import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Stage;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;

/** Two records of one citizen; the one that is to go has one of everything and an open course. */
final class TwoRecords {

  final Stage stage = new Stage();
  final World world = stage.world;
  final UUID gone = UUID.fromString(stage.ids.get("citizenId"));
  final Citizens person = aCitizen(world).named("Inger Dobbelt");
  final UUID staying = person.registeredBy(world.vera);
  final Story earlier = new Story(world, staying);

  /** With the same condition as the other record's course. */
  void anEarlierCourse() {
    earlier.referredTo(world.anna, "2025-02-20").planned().started("2025-02-20");
    earlier.stop(world.anna, "2025-02-20", "DECLINED").ok();
  }

  Answer merge() {
    return merge(world.carla, staying, gone);
  }

  static Answer merge(TestUser by, UUID stays, UUID goes) {
    return Api.as(by)
        .post(
            "/citizens/" + stays + "/merge",
            Map.of("mergedId", goes, "reason", "Oprettet to gange"));
  }

  /** Who is found first by one term. */
  String found(String term, String value) {
    return Api.as(world.vera)
        .search("/citizens/search", Map.of(term, value))
        .ok()
        .at("/items/0/id");
  }

  /** Of this municipality. */
  String value(String sql) {
    return world.value(
        "select " + sql + (sql.contains(" where ") ? " and" : " where") + " municipality_id = :m");
  }
}
