package dk.genvej.check;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What really lies in the database, read by SQL past every policy. */
final class Look {

  private final Connection superuser;
  private final Scene scene;

  Look(Connection superuser, Scene scene) {
    this.superuser = superuser;
    this.scene = scene;
  }

  /** Something acknowledged. */
  record Landed(UUID resource, int version) {}

  /** A goal as it stands. */
  record GoalRow(int version, int versionsKept, Map<String, @Nullable Object> values) {}

  Map<UUID, String> notes() {
    return texts("select id, text from note where municipality_id = ? and course_id = ?");
  }

  Map<UUID, String> visits() {
    return texts("select id, note from visit where municipality_id = ? and course_id = ?");
  }

  Map<UUID, String> registrations() {
    return texts("select id, note from registration where municipality_id = ? and course_id = ?");
  }

  private Map<UUID, String> texts(String sql) {
    var texts = new LinkedHashMap<UUID, String>();
    query(sql, scene.course(), rows -> texts.put(rows.getObject(1, UUID.class), rows.getString(2)));
    return texts;
  }

  Map<UUID, GoalRow> goals() {
    var goals = new LinkedHashMap<UUID, GoalRow>();
    query(
        """
        select id, version,
               (select count(*) from record_version v
                 where v.municipality_id = g.municipality_id and v.record_id = g.id)::int,
               citizens_words, measure, baseline, target, target_value, status
          from goal g where municipality_id = ? and course_id = ?
        """,
        scene.course(),
        rows -> goals.put(rows.getObject(1, UUID.class), goal(rows)));
    return goals;
  }

  private static GoalRow goal(ResultSet row) throws SQLException {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("citizensWords", row.getString(4));
    values.put("measure", row.getString(5));
    values.put("baseline", row.getString(6));
    values.put("target", row.getString(7));
    BigDecimal figure = row.getBigDecimal(8);
    values.put("targetValue", figure == null ? null : figure.intValueExact());
    values.put("status", row.getString(9));
    return new GoalRow(row.getInt(2), row.getInt(3), values);
  }

  List<String> outbox() {
    return Outbox.amiss(superuser, scene.municipality(), scene.course());
  }

  Map<UUID, Landed> ledger(Collection<UUID> mutations) {
    var landed = new LinkedHashMap<UUID, Landed>();
    query(
        "select id, resource_id, version from mutation where municipality_id = ? and id = any(?)",
        mutations.toArray(UUID[]::new),
        rows ->
            landed.put(
                rows.getObject(1, UUID.class),
                new Landed(rows.getObject(2, UUID.class), rows.getInt(3))));
    return landed;
  }

  /** The state of each that was kept for later. */
  Map<UUID, String> kept(Collection<UUID> mutations) {
    var kept = new LinkedHashMap<UUID, String>();
    query(
        "select id, state from kept_mutation where municipality_id = ? and id = any(?)",
        mutations.toArray(UUID[]::new),
        rows -> kept.put(rows.getObject(1, UUID.class), rows.getString(2)));
    return kept;
  }

  void query(String sql, Object argument, Row each) {
    try (var query = superuser.prepareStatement(sql)) {
      query.setInt(1, scene.municipality());
      if (argument instanceof UUID[] ids) {
        query.setArray(2, superuser.createArrayOf("uuid", ids));
      } else {
        query.setObject(2, argument);
      }
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          each.take(rows);
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the look at the database failed", failed);
    }
  }

  /** One row of an answer. */
  interface Row {
    void take(ResultSet row) throws SQLException;
  }
}
