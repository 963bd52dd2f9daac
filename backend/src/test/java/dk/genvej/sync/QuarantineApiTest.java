package dk.genvej.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Rows;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of writes in quarantine: Asger wrote them on a tablet that is shut out since. */
class QuarantineApiTest {

  private final World world = new World().on("2025-02-24");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final KeptWrites kept = new KeptWrites(world, made);
  private final Api carla = Api.as(world.carla);

  QuarantineApiTest() {
    world.on("2025-02-26");
  }

  @Test
  void theCoordinatorSeesWhatWaitsOldestFirstAndWhoWroteIt() {
    var later = kept.note("Gik til lågen", "2025-02-26 09:30+01");
    var earlier = kept.note("Gik til postkassen", "2025-02-26 08:30+01");

    var seen = carla.get("/quarantine").ok();

    assertThat(ids(seen)).containsExactly(earlier.toString(), later.toString());
    assertThat(seen.at("/items/0/operation")).isEqualTo("addNote");
    assertThat(seen.at("/items/0/author/name")).isEqualTo("Asger Terapeut");
    assertThat(seen.at("/items/0/citizen/id")).isEqualTo(made.citizenId().toString());
    assertThat(seen.at("/items/0/reason")).isEqualTo("DEVICE_REVOKED");
    assertThat(seen.at("/items/0/path/courseId")).isEqualTo(made.courseId().toString());
    assertThat(seen.at("/items/0/body/text")).isEqualTo("Gik til postkassen");
    assertThat(seen.at("/items/0/recordedAt")).startsWith("2025-02-25T10:40");
    assertThat(
            world.value(
                "select max(cardinality(citizens)) from access_log where municipality_id = :m"
                    + " and operation = 'listQuarantine'"))
        .isEqualTo("1");
  }

  @Test
  void nobodyElseSeesItNorDecides() {
    var one = kept.note("Gik til lågen");

    for (var user : List.of(world.konrad, world.asger, world.anna, world.asta)) {
      assertThat(Api.as(user).get("/quarantine").ok().json().at("/items")).isEmpty();
      accept(user, one).refused(404, "NOT_FOUND");
      discard(user, one).refused(404, "NOT_FOUND");
    }
    assertThat(Api.as(new World().carla).get("/quarantine").ok().json().at("/items")).isEmpty();
    accept(new World().carla, one).refused(404, "NOT_FOUND");
    reassign(world.konrad, one, world.bo).refused(404, "NOT_FOUND");
    reassign(world.anna, one, world.asta).refused(403, "ROLE_NOT_ALLOWED");
    accept(world.vera, one).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.sofie).get("/quarantine").refused(403, "ROLE_NOT_ALLOWED");
    accept(world.carla, Ids.next()).refused(404, "NOT_FOUND");
    assertThat(kept.state(one)).isEqualTo("WAITING");
  }

  @Test
  void acceptedItLandsAsItsAuthorsAndTheLogNamesWhoAccepted() {
    var one = kept.note("Gik til lågen");

    var receipt = accept(world.carla, one).ok();

    assertThat(receipt.id()).isEqualTo(one);
    assertThat(receipt.version()).isEqualTo(2);
    var note = Api.as(world.anna).get("/courses/%s/notes", made.courseId()).ok();
    assertThat(note.at("/items/0/text")).isEqualTo("Gik til lågen");
    assertThat(note.at("/items/0/stamp/author/name")).isEqualTo("Asger Terapeut");
    assertThat(note.at("/items/0/stamp/recordedAt")).startsWith("2025-02-25T10:40");
    assertThat(
            world.value(
                "select stamp_device_id || ' ' || stamp_mutation_id from note"
                    + " where municipality_id = :m"))
        .isEqualTo(KeptWrites.TABLET + " " + one);
    assertThat(
            world.value(
                "select reason from change_log where municipality_id = :m"
                    + " and record_type = 'note'"))
        .contains("Carla Koordinator");
    assertThat(kept.decisions(one)).isEqualTo("QuarantineAccepted 2");
    assertThat(
            world.value(
                "select state || ' ' || decided_by from kept_mutation where municipality_id = :m"))
        .isEqualTo("ACCEPTED " + world.carla.id());
    assertThat(carla.get("/quarantine").ok().json().at("/items")).isEmpty();
  }

  @Test
  void itIsDecidedOnceHoweverOftenTheDecisionIsSent() {
    var one = kept.note("Gik til lågen");
    var once = carla.mutation(Ids.next());

    var first = once.post("/quarantine/" + one + "/acceptance", null).ok();

    assertThat(once.post("/quarantine/" + one + "/acceptance", null).ok().text())
        .isEqualTo(first.text());
    accept(world.carla, one).refused(409, "QUARANTINE_DECIDED");
    discard(world.carla, one).refused(409, "QUARANTINE_DECIDED");
    reassign(world.carla, one, world.asta).refused(409, "QUARANTINE_DECIDED");
    assertThat(kept.notes()).isEqualTo("1");
  }

  @Test
  void whatTheRulesRefuseStaysWaitingWithTheReason() {
    var one = kept.note("Gik til lågen");
    Rows.about(world, made)
        .course("state = 'STOPPED', stopped_on = '2025-02-26', stop_reason = 'DIED'");

    var refused = accept(world.carla, one).refused(409, "QUARANTINE_REFUSED");

    assertThat(refused.json().at("/violations").findValuesAsText("code")).contains("COURSE_CLOSED");
    assertThat(kept.state(one)).isEqualTo("WAITING");
    assertThat(kept.notes()).isEqualTo("0");
    assertThat(kept.decisions(one)).isNull();
    discard(world.carla, one).ok();
  }

  @Test
  void anEditLandsOnTheVersionItRestsOnAndIsStaleOnAnother() {
    var agreement = agreement();
    var one = kept.edit(agreement, 1, "Gangtræning 15 minutter");
    var two = kept.edit(agreement, 1, "Gangtræning 20 minutter");

    accept(world.carla, one).ok();

    var stale = accept(world.carla, two).refused(409, "VERSION_STALE");
    assertThat(stale.at("/currentVersion")).isEqualTo("2");
    assertThat(kept.state(two)).isEqualTo("WAITING");
    var seen = Api.as(world.anna).get("/courses/%s/agreements", made.courseId()).ok();
    assertThat(seen.at("/items/0/action")).isEqualTo("Gangtræning 15 minutter");
    assertThat(seen.at("/items/0/stamp/author/name")).isEqualTo("Asger Terapeut");
  }

  @Test
  void handedOverItIsTheColleaguesToDecide() {
    var one = kept.note("Gik til lågen");
    var two = kept.note("Gik til postkassen");
    reassign(world.carla, one, world.vera).refused(422, "USER_LACKS_ROLE");
    reassign(world.carla, one, world.asta).ok();
    reassign(world.carla, two, world.asta).ok();

    var seen = Api.as(world.asta).get("/quarantine").ok();

    assertThat(ids(seen)).containsExactlyInAnyOrder(one.toString(), two.toString());
    assertThat(seen.at("/items/0/assignedTo/name")).isEqualTo("Asta Terapeut");
    accept(world.anna, one).refused(404, "NOT_FOUND");
    accept(world.asta, one).ok();
    discard(world.asta, two).ok();
    assertThat(kept.decisions(one)).isEqualTo("QuarantineHandedOver 2, QuarantineAccepted 3");
    assertThat(kept.notes()).isEqualTo("1");
  }

  @Test
  void handedToSomebodyOutOfScopeItNamesNoCitizenAndCannotLand() {
    var one = kept.note("Gik til lågen");
    reassign(world.carla, one, world.bo).ok();

    var seen = Api.as(world.bo).get("/quarantine").ok();

    assertThat(seen.json().at("/items/0").has("citizen")).isFalse();
    accept(world.bo, one).refused(409, "QUARANTINE_REFUSED");
    assertThat(kept.state(one)).isEqualTo("WAITING");
    accept(world.carla, one).ok();
  }

  @Test
  void discardedItNeverLandsAndStaysWithTheReason() {
    var one = kept.note("Gik til lågen");

    discard(world.carla, one).ok();

    accept(world.carla, one).refused(409, "QUARANTINE_DECIDED");
    assertThat(kept.notes()).isEqualTo("0");
    assertThat(
            world.value(
                "select state || ' ' || decision || ' ' || (body ->> 'text') from kept_mutation"
                    + " where municipality_id = :m"))
        .isEqualTo("DISCARDED Står allerede i en kollegas notat Gik til lågen");
    assertThat(
            world.value(
                "select reason from change_log where municipality_id = :m"
                    + " and record_type = 'kept_mutation'"))
        .isEqualTo("Står allerede i en kollegas notat");
  }

  /** Whatever is decided in whatever order: created = accepted + discarded + waiting. */
  @Test
  void nothingDisappears() {
    var all = IntStream.range(0, 20).mapToObj(i -> kept.note("Notat " + i)).toList();
    var random = new Random(20250226);

    for (int i = 0; i < 40; i++) {
      var one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(3)) {
        case 0 -> accept(world.carla, one);
        case 1 -> discard(world.carla, one);
        default -> reassign(world.carla, one, world.asta);
      }
    }

    assertThat(kept.count("true")).isEqualTo(20);
    assertThat(
            kept.count("state = 'ACCEPTED'")
                + kept.count("state = 'DISCARDED'")
                + kept.count("state = 'WAITING'"))
        .isEqualTo(20);
    assertThat(Integer.parseInt(kept.notes())).isEqualTo(kept.count("state = 'ACCEPTED'"));
    assertThat(carla.get("/quarantine").ok().json().at("/items"))
        .hasSize(kept.count("state = 'WAITING'"));
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m and operation in"
                    + " ('acceptQuarantined', 'discardQuarantined')"
                    + " and record_type = 'kept_mutation'"))
        .isEqualTo(Integer.toString(kept.count("state in ('ACCEPTED', 'DISCARDED')")));
  }

  @Test
  void aPageAtATimeWithTheSameStatements() {
    for (int i = 0; i < 5; i++) {
      kept.note("Notat " + i, "2025-02-26 08:0" + i + "+01");
    }

    var first = carla.get("/quarantine?limit=3").ok();
    var rest = carla.get("/quarantine?limit=3&cursor=" + first.at("/next")).ok();

    assertThat(first.json().findValuesAsText("text"))
        .containsExactly("Notat 0", "Notat 1", "Notat 2");
    assertThat(rest.json().findValuesAsText("text")).containsExactly("Notat 3", "Notat 4");
    assertThat(statements(5)).isEqualTo(statements(1));
  }

  private int statements(int limit) {
    return QueryCount.during(() -> carla.get("/quarantine?limit=" + limit).ok()).size();
  }

  private static List<String> ids(Answer page) {
    return IntStream.range(0, page.json().at("/items").size())
        .mapToObj(i -> page.at("/items/" + i + "/id"))
        .toList();
  }

  private static Answer accept(TestUser by, UUID one) {
    return Api.as(by).post("/quarantine/" + one + "/acceptance", null);
  }

  private static Answer discard(TestUser by, UUID one) {
    return Api.as(by)
        .post(
            "/quarantine/" + one + "/discard",
            Map.of("reason", "Står allerede i en kollegas notat"));
  }

  private static Answer reassign(TestUser by, UUID one, TestUser to) {
    return Api.as(by).post("/quarantine/" + one + "/reassignment", Map.of("userId", to.id()));
  }

  private UUID agreement() {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("actorRole", "CARE_STAFF");
    draft.put("unitId", world.nordTeam);
    draft.put("action", "Gangtræning 10 minutter");
    draft.put("timesPerWeek", 3);
    draft.put("from", "2025-02-24");
    draft.put("until", "2025-05-18");
    return Api.as(world.anna)
        .post("/courses/" + made.courseId() + "/agreements", draft)
        .created()
        .id();
  }
}
