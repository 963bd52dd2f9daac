package dk.genvej.demo;

import dk.genvej.citizen.Renumbered;
import dk.genvej.testing.Citizens;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the demo's past lacks of what is reported: grants of the courses, one in six of which is put
 * on hold, ended early or was an error, and a few citizens who died or have a replacement CPR
 * number. Written into the tables past the services, by the day it was received.
 */
final class GatewayPast {

  private static final String RH_HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";
  private static final String PERSONAL_CARE = "8dc5f564-b8c6-4aa1-ba34-682d62d15f31";
  private static final String PRACTICAL_HELP = "52de9a13-8605-4a80-8a40-78101a55c4a3";
  private static final String PLANNING_TALK = "fd6e4caf-a844-482f-b43b-0b8a43391a11";

  /** What the municipality has chosen for the help that is left; two levels it has not. */
  static final String CODES =
      "PERSONAL_CARE=%1$s Personlig hjælp og pleje,PRACTICAL_HELP=%2$s Praktisk hjælp i hjemmet,FORLOEB_1=%2$s Praktisk hjælp i hjemmet,FORLOEB_2=%1$s Personlig hjælp og pleje,FORLOEB_3=%1$s Personlig hjælp og pleje,FIRST_VISIT=%3$s Dialog med borger om tilrettelæggelse af forløb"
          .formatted(PERSONAL_CARE, PRACTICAL_HELP, PLANNING_TALK);

  private static final int RENUMBERED = 5;

  private final Connection superuser;
  private final LocalDate since;
  private final LocalDate today;

  GatewayPast(Connection superuser, LocalDate since, LocalDate today) {
    this.superuser = superuser;
    this.since = since;
    this.today = today;
  }

  void prepare(ApplicationContext context) throws SQLException {
    execute("set session_replication_role = replica");
    execute("create table renumbered (citizen_id uuid)");
    execute(
        "delete from setting where key = 'gateway.reports' and municipality_id <> "
            + GatewayYear.LARGE);
    execute("update setting set valid_from = ':since' where key = 'gateway.reports'");
    choose("gateway.codes", CODES);
    choose("gateway.visits", "1");
    for (var sql : GRANTS) {
      execute(sql);
    }
    for (var sql : DEAD) {
      execute(sql);
    }
    for (var citizen : toBeRenumbered()) {
      execute("insert into renumbered values ('" + citizen + "')");
      execute(
          Renumbered.statement(
              context, GatewayYear.LARGE, citizen, Citizens.inventedCpr("750642")));
    }
    execute("analyze");
    execute("set session_replication_role = origin");
  }

  /** Each course is granted something when it starts; four weeks later one in eight ends so. */
  private static final List<String> GRANTS =
      List.of(
          """
          create temp table granted as
          select c.*, c.started_on as day, abs(hashtext(c.id::text)) % 24 as n,
                 gen_random_uuid() as grant_id,
                 c.started_on + 28 <= coalesce(c.stopped_on, c.evaluated_on, date ':today') as lasted
            from course c
           where c.municipality_id = :m and c.started_on >= date ':since' - 200
             and c.state not in ('REFERRED', 'PLANNING', 'LAPSED', 'ANNULLED')
          """,
          """
          insert into care_grant (municipality_id, id, citizen_id, course_id, code, legal_basis, level3_code, level3_display,
                                  delivery_types, from_day, until_day, state, version, seq,
                                  stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id)
          select :m, grant_id, citizen_id, id, case legal_basis when 'SEL_83A' then '%s' else '%s' end, legal_basis,
                 case when legal_basis <> 'SEL_83A' then 'REHAB' end, case when legal_basis <> 'SEL_83A' then 'Rehabilitering' end,
                 '["INDIVIDUAL"]', day, case when n <> 7 then due_on end, case n when 5 then 'ON_HOLD' else 'ACTIVE' end, 1, 1,
                 at, at, at, therapist_id
            from granted, lateral (select (day + time '10:00') at time zone 'Europe/Copenhagen' as at) a
           where n <> 6
          """
              .formatted(RH_HYGIENE, PERSONAL_CARE),
          """
          insert into record_version
          select municipality_id, citizen_id, 'care_grant', id, 1, 1, to_jsonb(g) from care_grant g
           where municipality_id = :m and course_id is not null
          """,
          """
          update care_grant g
             set version = 2, stamp_received_at = g.stamp_received_at + interval '28 days',
                 until_day = case when n < 2 then day + 28 else until_day end,
                 state = (array['COMPLETED', 'REVOKED', 'ENTERED_IN_ERROR'])[n + 1]
            from granted where grant_id = g.id and g.municipality_id = :m and n < 3 and lasted
          """,
          """
          insert into record_version
          select municipality_id, citizen_id, 'care_grant', id, 2, 1, to_jsonb(g) from care_grant g
           where municipality_id = :m and course_id is not null and version = 2
          """,
          """
          insert into change_log (municipality_id, received_at, id, citizen_id, course_id, record_type, record_id, version,
                                  operation, author_id, happened_at, recorded_at)
          select municipality_id, stamp_received_at, gen_random_uuid(), citizen_id, course_id, 'care_grant', id, version,
                 'demo', stamp_author_id, stamp_received_at, stamp_received_at
            from care_grant where municipality_id = :m and course_id is not null
          """);

  /** Of those whose last course was stopped, one in three had died. */
  private static final List<String> DEAD =
      List.of(
          """
          create temp table died as
          select c.id from course c
           where c.municipality_id = :m and c.state = 'STOPPED' and c.stopped_on > ':since' and abs(hashtext(c.id::text)) % 3 = 0
             and not exists (select from course later where later.municipality_id = :m and later.citizen_id = c.citizen_id
                                and later.referred_on > c.referred_on)
          """,
          "update course set stop_reason = 'DIED' where municipality_id = :m and id in (table"
              + " died)",
          """
          update record_version set content = jsonb_set(content, '{stop_reason}', '"DIED"')
           where municipality_id = :m and record_type = 'course' and record_id in (table died)
             and content ->> 'stop_reason' is not null
          """);

  private List<UUID> toBeRenumbered() throws SQLException {
    var found = new ArrayList<UUID>();
    try (var query = superuser.createStatement();
        var rows =
            query.executeQuery(
                bound(
                    "select citizen_id from course where municipality_id = :m and state = 'ACTIVE'"
                        + " order by md5(citizen_id::text) limit "
                        + RENUMBERED))) {
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
    }
    return found;
  }

  private void choose(String key, String value) throws SQLException {
    execute(
        "insert into setting (municipality_id, id, key, valid_from, value, source, received_at)"
            + " values (:m, gen_random_uuid(), '%s', ':since', '%s', 'Demo', now())"
                .formatted(key, value));
  }

  private void execute(String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(bound(sql));
    }
  }

  private String bound(String sql) {
    return sql.replace(":m", Integer.toString(GatewayYear.LARGE))
        .replace(":since", since.toString())
        .replace(":today", today.toString());
  }
}
