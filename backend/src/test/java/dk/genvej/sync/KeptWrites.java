package dk.genvej.sync;

import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Rows;
import dk.genvej.testing.World;
import java.util.UUID;

/** Writes of Asger's in quarantine, as an upload leaves them, and what became of them. */
final class KeptWrites {

  static final UUID TABLET = Ids.next();

  private final World world;
  private final CourseFixture.Made made;

  KeptWrites(World world, CourseFixture.Made made) {
    this.world = world;
    this.made = made;
  }

  UUID note(String text) {
    return note(text, "2025-02-26 08:30+01");
  }

  UUID note(String text, String receivedAt) {
    var body =
        "{\"id\": \"%s\", \"text\": \"%s\", \"happenedAt\": \"2025-02-25T10:15:00+01:00\"}"
            .formatted(Ids.next(), text);
    return keep("addNote", "courseId", made.courseId(), null, body, receivedAt);
  }

  UUID edit(UUID agreement, int baseVersion, String action) {
    var body =
        ("{\"actorRole\": \"CARE_STAFF\", \"unitId\": \"%s\", \"action\": \"%s\","
                + " \"timesPerWeek\": 3, \"from\": \"2025-02-24\", \"until\": \"2025-05-18\"}")
            .formatted(world.nordTeam, action);
    return keep(
        "changeAgreement", "agreementId", agreement, baseVersion, body, "2025-02-26 08:30+01");
  }

  private UUID keep(
      String operation, String name, UUID value, Integer base, String body, String receivedAt) {
    var id = Ids.next();
    Rows.about(world, made)
        .run(
            """
            insert into kept_mutation (municipality_id, id, user_id, device_id, operation, path,
              base_version, body, body_hash, recorded_at, received_at, citizen_id, state, reason)
            values (%d, '%s', '%s', '%s', '%s', '{"%s": "%s"}', %s, '%s', sha256('%s'),
              '2025-02-25 10:40+01', '%s', '%s', 'WAITING', 'DEVICE_REVOKED')
            """
                .formatted(
                    world.municipality,
                    id,
                    world.asger.id(),
                    TABLET,
                    operation,
                    name,
                    value,
                    base,
                    body,
                    id,
                    receivedAt,
                    made.citizenId()));
    return id;
  }

  String notes() {
    return world.value("select count(*) from note where municipality_id = :m");
  }

  String state(UUID one) {
    return world.value("select state from kept_mutation where id = '" + one + "'");
  }

  int count(String condition) {
    return Integer.parseInt(
        world.value(
            "select count(*) from kept_mutation where municipality_id = :m and " + condition));
  }

  String decisions(UUID one) {
    return world.value(
        "select string_agg(kind || ' ' || version, ', ' order by version) from event"
            + " where record_id = '"
            + one
            + "'");
  }
}
