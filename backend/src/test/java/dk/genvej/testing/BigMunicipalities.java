package dk.genvej.testing;

import java.sql.SQLException;
import java.util.List;

/**
 * Ten municipalities of 1,000 citizens with a course each, beside a test's own: rows for the
 * planner to count, written past the triggers, read by nobody.
 */
public final class BigMunicipalities {

  /** Those with more than 1,000 rows. */
  public static final List<String> BIG_TABLES =
      List.of(
          "citizen",
          "care_relation",
          "citizen_change",
          "referral",
          "help",
          "course",
          "plan",
          "condition",
          "course_condition",
          "care_grant",
          "note",
          "goal",
          "score",
          "visit",
          "agreement",
          "evaluation",
          "follow_up",
          "outcome_course",
          "outcome",
          "outcome_delivery",
          "mutation",
          "record_version",
          "app_user",
          "notice",
          "notification",
          "device",
          "push",
          "gateway_report");

  /** One of the big ones, so that the planner expects its rows and not a small test's. */
  public static final int FIRST = 900;

  /** As in an installation, however many small ones the tests before have made. */
  private static final String FEW_MUNICIPALITIES =
      "alter table %s alter column municipality_id set (n_distinct = 10)";

  private static final String STAMP =
      "1, 0, now(), now(), now(), '00000000-0000-0000-0000-000000000001'";
  private static final String STAMP_COLUMNS =
      "version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private BigMunicipalities() {}

  public static void fillAround(World world) {
    try (var connection = world.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "create temp table c on commit drop as select 900 + n / 1000 as m, gen_random_uuid() as"
              + " id, n, date '2024-01-01' + n % 365 as day, gen_random_uuid() as referral,"
              + " gen_random_uuid() as course, gen_random_uuid() as area, gen_random_uuid() as"
              + " therapist from generate_series(0, 9999) n");
      for (var sql : inserts()) {
        statement.execute(sql);
      }
      for (var table : BIG_TABLES) {
        statement.execute(FEW_MUNICIPALITIES.formatted(table));
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("analyze");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> inserts() {
    return List.of(
        "insert into municipality (id, name) select distinct m, 'Stor ' || m from c on conflict do"
            + " nothing",
        "insert into app_user (municipality_id, id, subject, name, first_seen_at) select m,"
            + " therapist, id::text, 'x', now() from c",
        "insert into citizen_change (municipality_id, citizen_id, seq, raised_in) select m, id, 1,"
            + " '1'::xid8 from c",
        "insert into care_relation (municipality_id, id, citizen_id, kind, scope_id, from_day,"
            + " received_at) select m, gen_random_uuid(), id, k, area, day, now() from c, (values"
            + " ('AREA'), ('SERVING')) v(k)",
        "insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key,"
            + " birth_date, care_area_id, "
            + STAMP_COLUMNS
            + ") select m, id, '\\x00', sha256(id::text::bytea), 1, 'Navn ' || n, 'navn ' || n,"
            + " date '1940-01-02' + n, area, "
            + STAMP
            + " from c",
        field(
            "referral",
            "id, state, kind, source, received_on, assessed_on, individual_reason, legal_basis",
            "referral, 'REFERRED', 'HOME_CARE', 'CITIZEN', day, day, 'fordi', 'SEL_83A'"),
        field(
            "help",
            "id, referral_id, moment, basis, minutes_per_week, recorded_on",
            "gen_random_uuid(), referral, 'SHADOW', 'MINUTES', 100, day"),
        field(
            "course",
            "id, referral_id, state, therapist_id, tovholder_id, care_area_id, district_id,"
                + " legal_basis, referred_on, started_on, due_on, evaluated_on, completed_on,"
                + " category",
            // One of four runs; were there none, the planner would ask the index of those that do.
            "course, referral, case when n % 4 = 0 then 'ACTIVE' else 'COMPLETED' end, therapist,"
                + " therapist, area, area, 'SEL_83A', day, day, day + 84, "
                + unlessActive("day + 84")
                + ", "
                + unlessActive("day + 84")
                + ", "
                + unlessActive("'LESS_HELP'")),
        field("plan", "id, intervention_type", "course, 'X'"),
        field(
            "condition",
            "id, code, level, level_on, recorded_on",
            "gen_random_uuid(), gen_random_uuid(), 2, day, day"),
        field(
            "course_condition",
            "id, course_id, condition_id, in_focus",
            "gen_random_uuid(), course, gen_random_uuid(), true"),
        field(
            "care_grant",
            "id, course_id, code, legal_basis, from_day, state",
            "gen_random_uuid(), course, 'x', 'SEL_83A', day, 'ACTIVE'"),
        field("note", "id, course_id, text", "gen_random_uuid(), course, 'tekst'"),
        field(
            "goal",
            "id, course_id, condition_id, citizens_words, measure, baseline, baseline_on, target,"
                + " target_on, status, agreed_with_citizen",
            "gen_random_uuid(), course, gen_random_uuid(), 'ord', 'mål', 'nu', day, 'mål', day,"
                + " 'OPEN', true"),
        field(
            "score",
            "id, course_id, instrument, instrument_version, phase, scorer, scored_on, items",
            "gen_random_uuid(), course, 'PSFS', '1', 'BASELINE', 'CITIZEN', day, '[]'"),
        field(
            "visit",
            "id, course_id, state, contact_type, visitor_id, planned_at",
            "gen_random_uuid(), course, 'PLANNED', 'HOME', therapist, day"),
        field(
            "agreement",
            "id, course_id, actor_role, action, times_per_week, from_day, until_day",
            "gen_random_uuid(), course, 'CARE_STAFF', 'x', 1, day, day"),
        field(
            "evaluation",
            "id, course_id, kind, state, due_on, evaluated_on",
            "gen_random_uuid(), course, 'TWELVE_WEEK', 'SUBMITTED', day, day"),
        field(
            "follow_up",
            "id, course_id, month, due_on, state",
            "gen_random_uuid(), course, 3, day, 'DUE'"),
        "insert into outcome_course (municipality_id, course_id, tracking_id, latest_version)"
            + " select m, course, id, 1 from c",
        "insert into outcome (municipality_id, tracking_id, version, event, operation, event_on,"
            + " district_id, age_band, legal_basis, started_on, due_on, cohort, definition_version,"
            + " historic, content_hash, cause_type, cause_id, cause_version, written_at) select m,"
            + " id, 1, 'COMPLETED', 'NEW', day, area, 'FROM_90', 'SEL_83A', day, day, false, '1',"
            + " true, encode(sha256(id::text::bytea), 'hex'), 'course', course, 1, now() from c",
        "insert into outcome_receiver (municipality_id, name, since) select distinct m, 'region',"
            + " now() from c",
        "insert into outcome_delivery (municipality_id, receiver, tracking_id, version,"
            + " enqueued_at, next_at, state, attempts) select m, 'region', id, 1, now(), now(),"
            + " case when n % 50 = 0 then 'WAITING' else 'ACCEPTED' end, 1 from c",
        "insert into mutation (municipality_id, id, user_id, operation, body_hash, status,"
            + " resource_id, version, recorded_at, received_at) select m, gen_random_uuid(),"
            + " therapist, 'x', sha256(id::text::bytea), 200, id, 1, now(), now() from c",
        "insert into record_version (municipality_id, citizen_id, record_type, record_id, version,"
            + " seq, content) select m, id, 'course', course, 1, 1, '{}' from c",
        "insert into notice (municipality_id, id, kind, cause_id, due_on, citizen_id, course_id,"
            + " send_at, told_at, told) select m, gen_random_uuid(), 'N4', course, day + 84, id,"
            + " course, day + 84, "
            + unlessOpen("day + 84")
            + ", "
            + unlessOpen("1")
            + " from c",
        "insert into notification (municipality_id, id, recipient_id, kind, cause_id, due_on,"
            + " citizen_id, course_id, send_at, sent_at) select m, course, therapist, 'N4', course,"
            + " day + 84, id, course, day + 84, day + 84 from c",
        "insert into device (municipality_id, id, user_id, name, client_version, push_token,"
            + " push_token_at, registered_at) select m, therapist, therapist, 'Tavle', '1.0.0',"
            + " therapist::text, day, day from c",
        "insert into push (municipality_id, notification_id, device_id, user_id, state, lease,"
            + " made_at, next_at, done_at) select m, course, therapist, therapist, case n % 50 when"
            + " 0 then 'WAITING' when 1 then 'SENDING' else 'ACCEPTED' end, case n % 50 when 1 then"
            + " id end, day + 84, day + 84, case when n % 50 > 1 then day + 84 end"
            + " from c",
        "insert into gateway_report (municipality_id, id, citizen_id, holder, day, guide, state,"
            + " reason, courses, cpr_sealed, next_attempt_at, made_at, accepted_at) select m,"
            + " course, id, 1, day, 'V1_2', case n % 50 when 0 then 'WAITING' when 1 then 'REFUSED'"
            + " else 'ACCEPTED' end, case n % 50 when 1 then 'GATEWAY_REFUSED' end, array[course],"
            + " '\\x00', day, day, case when n % 50 > 1 then day end from c");
  }

  private static String unlessOpen(String value) {
    return "case when n % 10 <> 0 then " + value + " end";
  }

  private static String unlessActive(String value) {
    return "case when n % 4 <> 0 then " + value + " end";
  }

  private static String field(String table, String columns, String values) {
    return "insert into %s (municipality_id, citizen_id, %s, %s) select m, id, %s, %s from c"
        .formatted(table, columns, STAMP_COLUMNS, values, STAMP);
  }
}
