package dk.genvej.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a colleague does between two pulls: a goal of nineteen citizens gets its next version, and
 * the twentieth leaves the caseload, or comes back the next time.
 */
final class Changes {

  private static final int CHANGED = 19;

  private static final String RAISE =
      "update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id() where"
          + " municipality_id = ? and citizen_id = any(?)";

  private static final String GOALS =
      "update goal set target = 'Fire, ' || version, version = version + 1 where municipality_id ="
          + " ? and id = any(?)";

  private static final String LEAVES =
      """
      update care_relation set before_day = case when before_day is null then current_date end, version = version + 1
       where municipality_id = ? and citizen_id = any(?) and kind in ('COURSE_AREA', 'THERAPIST')
      """;

  private final Connection superuser;
  private final Caseload caseload;

  Changes(Connection superuser, Caseload caseload) throws SQLException {
    this.superuser = superuser;
    this.caseload = caseload;
    superuser.setAutoCommit(false);
  }

  void make() throws SQLException {
    var citizens = caseload.citizens().subList(0, CHANGED + 1).toArray();
    var goals = new Object[CHANGED];
    for (int i = 0; i < CHANGED; i++) {
      goals[i] = caseload.goal(i, 0);
    }
    run(RAISE, citizens);
    run(GOALS, goals);
    run(LEAVES, citizens[CHANGED]);
    superuser.commit();
  }

  private void run(String sql, Object... ids) throws SQLException {
    try (var update = superuser.prepareStatement(sql)) {
      update.setInt(1, caseload.municipality());
      update.setArray(2, superuser.createArrayOf("uuid", ids));
      update.executeUpdate();
    }
  }
}
