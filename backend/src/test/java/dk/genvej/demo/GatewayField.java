package dk.genvej.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the gateway must know, by SQL over the tables of the field alone; and what is not told, by
 * the reason for it. The product's own rows are read for the id book and for what it says it holds.
 */
final class GatewayField {

  /** Of those whose reports are held, the record as it stood when the last report went through. */
  private static final String CUT =
      """
      create temp table cut as
      select v.citizen_id, 'CITIZEN_DEAD' as why,
             date_trunc('day', min(cast(v.content ->> 'stamp_received_at' as timestamptz)), 'Europe/Copenhagen') as at
        from record_version v
       where v.municipality_id = :m and v.record_type = 'course' and v.content ->> 'stop_reason' = 'DIED' group by 1
      union all
      select citizen_id, 'CPR_NOT_REPORTABLE', '-infinity' from renumbered
      """;

  private static final List<String> TABLES =
      List.of(
          "course",
          "condition",
          "course_condition",
          "care_grant",
          "evaluation",
          "follow_up",
          "help",
          "visit");

  private static final String NOW =
      """
      create temp table f_:t as
      select t.* from :t t where t.municipality_id = :m and not exists (select from cut where cut.citizen_id = t.citizen_id)
      """;

  private static final String THEN =
      """
      insert into f_:t
      select r.* from (
        select distinct on (v.record_id) v.content from record_version v join cut using (citizen_id)
         where v.municipality_id = :m and v.record_type = ':t'
           and cast(v.content ->> 'stamp_received_at' as timestamptz) < cut.at
         order by v.record_id, v.version desc) v, jsonb_populate_record(null::public.:t, v.content) r
      """;

  private final Connection superuser;
  private final LocalDate since;

  GatewayField(Connection superuser, LocalDate since) {
    this.superuser = superuser;
    this.since = since;
  }

  /** Sorted, as the ledger has them. */
  List<String> lines() throws SQLException {
    execute(CUT);
    for (var table : TABLES) {
      execute(NOW.replace(":t", table));
      execute(THEN.replace(":t", table));
    }
    for (var sql : GatewayLines.PREPARED) {
      execute(sql);
    }
    var lines = new TreeSet<String>();
    for (var sql : GatewayLines.ALL) {
      lines.addAll(column(sql));
    }
    return List.copyOf(lines);
  }

  /** Kind and record by the id of the resource. */
  Map<String, String> idBook() throws SQLException {
    var book = new HashMap<String, String>();
    for (var line :
        column(
            "select distinct concat_ws(' ', resource_id, kind, source) from gateway_resource where"
                + " municipality_id = :m")) {
      var parts = line.split(" ", 2);
      book.put(parts[0], parts[1].replace("CITIZEN ", ""));
    }
    return book;
  }

  /** How many reports are in which state. */
  List<String> reports() throws SQLException {
    return column(
        "select concat_ws(' ', state, count(*)) from gateway_report where municipality_id = :m"
            + " group by state order by 1");
  }

  /** Citizens whose last report is held, by reason. */
  List<String> held() throws SQLException {
    return column(
        "select concat_ws(' ', reason, count(distinct citizen_id)) from gateway_report where"
            + " municipality_id = :m and state = 'HELD' group by reason order by 1");
  }

  /** The same of those who died, and of those with a replacement number, that have a plan. */
  List<String> toBeHeld() throws SQLException {
    return column(
        """
        select concat_ws(' ', why, count(*)) from cut
         where exists (select from course c join course_condition a on a.municipality_id = :m and a.course_id = c.id
                        where c.municipality_id = :m and c.citizen_id = cut.citizen_id and c.state <> 'ANNULLED'
                          and coalesce(c.completed_on, c.stopped_on, date ':since') >= ':since')
         group by why order by 1
        """);
  }

  private List<String> column(String sql) throws SQLException {
    try (var query = superuser.createStatement();
        var rows = query.executeQuery(bound(sql))) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(bound(sql));
    }
  }

  private String bound(String sql) {
    return sql.replace(":m", Integer.toString(GatewayYear.LARGE))
        .replace(":since", since.toString());
  }
}
