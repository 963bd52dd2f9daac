package dk.genvej.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Courses written into the tables past the services, many at once: for trials of what is told of
 * them, where how they came about is not under test.
 */
public final class TrackedCourses {

  private static final String STAMP =
      "1, 1, now(), now(), now(), '00000000-0000-0000-0000-000000000001'";
  private static final String STAMP_COLUMNS =
      "version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private TrackedCourses() {}

  /** Whose courses they are. */
  public record Place(int municipality, UUID district, UUID area, UUID therapist) {}

  /**
   * One course.
   *
   * @param completedOn re-visited; null while it waits for it
   * @param shadow minutes a week, as {@code after}
   * @param followUps how many of 3, 6 and 12 months are recorded
   */
  public record Tracked(
      UUID id,
      LocalDate startedOn,
      @Nullable LocalDate completedOn,
      boolean cohort,
      int shadow,
      int after,
      int followUps) {}

  /**
   * @param superuser as the triggers that number and keep versions are passed by
   */
  public static void load(Connection superuser, Place place, List<Tracked> courses)
      throws SQLException {
    superuser.setAutoCommit(false);
    try (var statement = superuser.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      statement.execute(table(courses));
      for (var insert : inserts()) {
        statement.execute(placed(insert, place));
      }
      superuser.commit();
    }
    superuser.setAutoCommit(true);
    try (var statement = superuser.createStatement()) {
      statement.execute("analyze");
    }
  }

  private static String table(List<Tracked> courses) {
    return """
    create temp table c on commit drop as
    select course, gen_random_uuid() as citizen, gen_random_uuid() as referral, day, completed,
           cohort, shadow, after, follow_ups, n
      from unnest('%s'::uuid[], '%s'::date[], '%s'::date[], '%s'::bool[], '%s'::int[], '%s'::int[],
                  '%s'::int[]) with ordinality
           as t(course, day, completed, cohort, shadow, after, follow_ups, n)
    """
        .formatted(
            array(courses, Tracked::id),
            array(courses, Tracked::startedOn),
            array(courses, Tracked::completedOn),
            array(courses, Tracked::cohort),
            array(courses, Tracked::shadow),
            array(courses, Tracked::after),
            array(courses, Tracked::followUps));
  }

  private static String array(List<Tracked> courses, Function<Tracked, @Nullable Object> value) {
    return courses.stream()
        .map(one -> String.valueOf(value.apply(one)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String placed(String insert, Place place) {
    return insert
        .replace(":m", Integer.toString(place.municipality()))
        .replace(":district", "'" + place.district() + "'::uuid")
        .replace(":area", "'" + place.area() + "'::uuid")
        .replace(":therapist", "'" + place.therapist() + "'::uuid");
  }

  private static List<String> inserts() {
    return List.of(
        "insert into citizen_change (municipality_id, citizen_id, seq, raised_in) select :m,"
            + " citizen, 1, '1'::xid8 from c",
        "insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key,"
            + " birth_date, care_area_id, "
            + STAMP_COLUMNS
            + ") select :m, citizen, '\\x00', sha256(citizen::text::bytea), 1, 'Opdigtet ' || n,"
            + " 'opdigtet ' || n, date '1935-02-02' + (n % 1500 * 7)::int, :area, "
            + STAMP
            + " from c",
        "insert into care_relation (municipality_id, id, citizen_id, course_id, kind, scope_id,"
            + " from_day, received_at, seq) select :m, gen_random_uuid(), citizen, case when k ="
            + " 'AREA' then null else course end, k, case when k = 'THERAPIST' then :therapist else"
            + " :area end, day - 30, now(), 1 from c, (values ('AREA'), ('THERAPIST'),"
            + " ('COURSE_AREA')) v(k)",
        field(
            "referral",
            "id, state, kind, source, received_on, assessed_on, individual_reason, legal_basis,"
                + " reason",
            "referral, 'REFERRED', 'HOME_CARE', 'CITIZEN', day - 7, day - 5, 'fordi', 'SEL_83A',"
                + " 'OTHER'",
            "c"),
        help("BEFORE", "30", "c"),
        help("SHADOW", "shadow", "c"),
        help("AFTER", "after", "c where completed is not null"),
        field(
            "course",
            "id, referral_id, state, therapist_id, tovholder_id, care_area_id, district_id,"
                + " legal_basis, referred_on, started_on, due_on, evaluated_on, completed_on,"
                + " category, lives_alone_at_start",
            "course, referral, case when completed is null then 'EVALUATED' else 'COMPLETED' end,"
                + " :therapist, :therapist, :area, :district, 'SEL_83A', day - 5, day, day + 84,"
                + " day + 84, completed, case when completed is not null then case"
                + " when after = 0 then 'SELF_RELIANT' when after < shadow then 'LESS_HELP' when"
                + " after = shadow then 'UNCHANGED' else 'MORE_HELP' end end, n % 2 = 0",
            "c"),
        field("plan", "id, intervention_type", "course, 'HVERDAGSREHABILITERING'", "c"),
        field(
            "evaluation",
            "id, course_id, kind, state, due_on, evaluated_on, timely",
            "gen_random_uuid(), course, 'TWELVE_WEEK', 'SUBMITTED', day + 84, day + 84, true",
            "c"),
        field(
            "goal",
            "id, course_id, condition_id, citizens_words, measure, baseline, baseline_on, target,"
                + " target_on, status, agreed_with_citizen",
            "gen_random_uuid(), course, gen_random_uuid(), 'ord', 'mål', 'nu', day, 'mål', day +"
                + " 84, s, true",
            "c, (values ('ACHIEVED'), ('PARTLY')) v(s)"),
        field(
            "score",
            "id, course_id, instrument, instrument_version, phase, scorer, scored_on, items",
            "gen_random_uuid(), course, 'PSFS', '1', p, 'CITIZEN', day + d, jsonb_build_array("
                + "jsonb_build_object('activity', 'gå', 'scale', 'TOTAL', 'value', s))",
            "c, (values ('BASELINE', 0, 3), ('FINAL', 84, 6)) v(p, d, s)"),
        field(
            "visit",
            "id, course_id, state, contact_type, visitor_id, held_at, minutes",
            "gen_random_uuid(), course, 'HELD', 'HOME', :therapist, day + w * 7, 45",
            "c, generate_series(1, 2) w"),
        field(
            "follow_up",
            "id, course_id, month, due_on, state, held_on, result",
            "gen_random_uuid(), course, f, completed + f * 30, 'RECORDED', completed + f * 30,"
                + " 'CONTINUES'",
            "c, (values (3, 1), (6, 2), (12, 3)) v(f, place) where completed is not null and place"
                + " <= follow_ups"),
        "insert into help (municipality_id, citizen_id, id, referral_id, follow_up_id, moment,"
            + " basis, minutes_per_week, recorded_on, "
            + STAMP_COLUMNS
            + ") select :m, c.citizen, gen_random_uuid(), c.referral, f.id, 'FOLLOW_UP', 'MINUTES',"
            + " c.after + f.month, f.held_on, "
            + STAMP
            + " from c join follow_up f on f.municipality_id = :m and f.course_id = c.course",
        field("cohort", "id, member", "course, true", "c where cohort"));
  }

  private static String help(String moment, String minutes, String from) {
    return field(
        "help",
        "id, referral_id, moment, basis, minutes_per_week, services, recorded_on",
        "gen_random_uuid(), referral, '%1$s', 'MINUTES', %2$s, jsonb_build_array(jsonb_build_object("
            .concat("'service', 'PERSONAL_CARE', 'minutes', %2$s, 'everyWeeks', 1)), day")
            .formatted(moment, minutes),
        from);
  }

  private static String field(String table, String columns, String values, String from) {
    return "insert into %s (municipality_id, citizen_id, %s, %s) select :m, citizen, %s, %s from %s"
        .formatted(table, columns, STAMP_COLUMNS, values, STAMP, from);
  }
}
