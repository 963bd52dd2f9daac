package dk.genvej.exports;

import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.List;

/**
 * Outcomes by the thousand, written past every trigger: each of a citizen and a course of its own,
 * spread over districts, ages, reasons and five years as unevenly as life does.
 */
final class ManyOutcomes {

  private static final String STAMP =
      "version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";
  private static final String STAMPED =
      "1, 0, now(), now(), now(), '00000000-0000-0000-0000-000000000001'";

  private ManyOutcomes() {}

  static void fill(World world, int courses) {
    try (var connection = world.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      for (var sql : inserts(world, courses)) {
        statement.execute(sql);
      }
      connection.commit();
      statement.execute("analyze outcome, outcome_course, outcome_instrument, course, referral");
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> inserts(World world, int courses) {
    var drawn =
        """
        create temp table drawn on commit drop as
        select %d as m, n, gen_random_uuid() as citizen, gen_random_uuid() as referral,
               gen_random_uuid() as course, gen_random_uuid() as tracking,
               date '2021-01-04' + cast(cast(n as bigint) * 7919 %% 1826 as int) as started,
               case when n %% 100 < 60 then '%s' else '%s' end::uuid as district,
               (array['FROM_80_TO_84', 'FROM_85_TO_89', 'FROM_80_TO_84', 'FROM_75_TO_79', 'FROM_70_TO_74',
                      'FROM_85_TO_89', 'FROM_65_TO_69', 'FROM_90', 'FROM_75_TO_79', 'UNDER_65'])[1 + n * 31 %% 10] as age,
               case n * 17 %% 11 when 0 then null when 1 then false when 2 then false when 3 then false else true end as alone,
               (array['AFTER_ADMISSION', 'AFTER_ADMISSION', 'NEW_APPLICANT', 'MORE_HELP_NEEDED', 'FUNCTIONAL_DECLINE',
                      'EARLY_FINDING', null])[1 + n * 13 %% 7] as reason,
               n %% 12 = 0 as stopped, n %% 3 = 0 as cohort, 60 + n * 37 %% 540 as shadow
          from generate_series(1, %d) n
        """
            .formatted(world.municipality, world.nord, world.syd, courses);
    return List.of(
        drawn,
        """
        insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key, birth_date, care_area_id, %s)
        select m, citizen, '\\x00', sha256(citizen::text::bytea), 1, 'Opdigtet ' || n, 'opdigtet', '1940-02-02', '%s', %s from drawn
        """
            .formatted(STAMP, world.nordArea, STAMPED),
        """
        insert into care_relation (municipality_id, id, citizen_id, kind, scope_id, from_day, received_at)
        select m, gen_random_uuid(), citizen, 'AREA', '%s', '2020-01-01', now() from drawn
        """
            .formatted(world.nordArea),
        """
        insert into referral (municipality_id, id, citizen_id, state, kind, source, received_on, assessed_on, individual_reason, legal_basis, %s)
        select m, referral, citizen, 'REFERRED', 'HOME_CARE', 'CITIZEN', started - 10 - n %% 5, started - 7, 'Vil selv', 'SEL_83A', %s from drawn
        """
            .formatted(STAMP, STAMPED),
        """
        insert into course (municipality_id, id, citizen_id, referral_id, state, therapist_id, tovholder_id, care_area_id, district_id,
                            legal_basis, referred_on, started_on, due_on, evaluated_on, completed_on, stopped_on, stop_reason, category, %s)
        select m, course, citizen, referral, case when stopped then 'STOPPED' else 'COMPLETED' end, citizen, citizen, '%s', district,
               'SEL_83A', started - 7, started, started + 84, case when not stopped then started + 84 end,
               case when not stopped then started + 86 end, case when stopped then started + 30 end,
               case when stopped then 'DECLINED' end, case when not stopped then 'LESS_HELP' end, %s from drawn
        """
            .formatted(STAMP, world.nordArea, STAMPED),
        "insert into outcome_course select m, course, tracking, 1 from drawn",
        """
        insert into outcome (municipality_id, tracking_id, version, event, operation, event_on, district_id, age_band, lives_alone,
                             legal_basis, intervention_type, referral_reason, started_on, due_on, evaluated_on, completed_on, stopped_on,
                             stop_reason, stop_week, before_minutes, before_basis, shadow_minutes, shadow_basis, after_minutes, after_basis,
                             category, goals_met, goals_total, visits, visit_minutes, cohort, definition_version, historic, content_hash,
                             cause_type, cause_id, cause_version, written_at)
        select m, tracking, 1, case when stopped then 'STOPPED' else 'COMPLETED' end, 'NEW',
               case when stopped then started + 30 else started + 86 end, district, age, alone, 'SEL_83A', 'HVERDAGSREHABILITERING', reason,
               started, started + 84, case when not stopped then started + 84 end, case when not stopped then started + 86 end,
               case when stopped then started + 30 end, case when stopped then 'DECLINED' end, case when stopped then 5 end,
               90, 'MINUTES', shadow, 'MINUTES', case when not stopped then shadow / 2.0 end, case when not stopped then 'MINUTES' end,
               case when not stopped then 'LESS_HELP' end, 2, 3, 12, 540.5, cohort, '1', true, repeat('0', 64), 'course', course, 1, now()
          from drawn
        """,
        """
        insert into outcome_instrument
        select m, tracking, 1, 'PSFS', '1', 'TOTAL', 3, 9, 17, 3.00, 5.67, 2.67, 'CITIZEN' from drawn where not stopped
        """);
  }
}
