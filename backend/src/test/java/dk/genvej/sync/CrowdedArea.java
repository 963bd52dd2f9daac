package dk.genvej.sync;

import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.World;
import java.sql.SQLException;

/** More citizens with open courses in one area than anybody works with. */
final class CrowdedArea {

  private static final String STAMP =
      "stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private CrowdedArea() {}

  /** As many again as said, each like the one that was made. */
  static void of(World world, Made like, int more) {
    try (var connection = world.superuser()) {
      connection.setAutoCommit(false);
      World.execute(connection, "set local session_replication_role = replica");
      World.execute(
          connection,
          "create temp table more on commit drop as select gen_random_uuid() as id,"
              + " gen_random_uuid() as course, gen_random_uuid() as referral, n from"
              + " generate_series(1, "
              + more
              + ") n");
      for (var sql : inserts(world, like)) {
        World.execute(connection, sql);
      }
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String[] inserts(World world, Made like) {
    var m = world.municipality;
    var citizen = "'" + like.citizenId() + "'";
    return new String[] {
      "insert into citizen_change select " + m + ", id, 1, '1'::xid8 from more",
      ("insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key,"
              + " birth_date, care_area_id, version, seq, "
              + STAMP
              + ") select %d, more.id,"
              + " cpr_sealed, sha256(more.id::text::bytea), cpr_key, name, name_key, birth_date,"
              + " care_area_id, 1, 1, "
              + STAMP
              + " from citizen, more where citizen.id = %s")
          .formatted(m, citizen),
      ("insert into course (municipality_id, id, citizen_id, referral_id, state, therapist_id,"
              + " tovholder_id, care_area_id, district_id, legal_basis, referred_on, started_on,"
              + " due_on, version, seq, "
              + STAMP
              + ") select %d, more.course, more.id,"
              + " more.referral, state, therapist_id, tovholder_id, care_area_id, district_id,"
              + " legal_basis, referred_on, started_on, due_on, 1, 1, "
              + STAMP
              + " from course, more where course.citizen_id = %s")
          .formatted(m, citizen),
      ("insert into care_relation (municipality_id, id, citizen_id, course_id, kind, scope_id,"
              + " from_day, received_at, seq) select %d, gen_random_uuid(), more.id, case when"
              + " course_id is not null then more.course end, kind, scope_id, from_day,"
              + " received_at, 1 from care_relation, more where care_relation.citizen_id = %s")
          .formatted(m, citizen)
    };
  }
}
