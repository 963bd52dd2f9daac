package dk.genvej.bench;

import java.util.ArrayList;
import java.util.List;

/** The statements that make one caseload. */
final class TownSql {

  private TownSql() {}

  /** {@code {stamp}} stands for the columns every record has. */
  static List<String> of(Caseload caseload) {
    var all = new ArrayList<String>();
    all.add(people(caseload));
    all.addAll(FIRST);
    all.addAll(caseload.year() == 0 ? OPEN : CLOSED);
    all.addAll(RECORDS);
    return all.stream().map(sql -> filled(sql, caseload)).toList();
  }

  private static String people(Caseload caseload) {
    var therapist = caseload.therapist();
    return """
    insert into unit (municipality_id, id, parent_id, kind, name)
    values (:m, '%1$s', '%2$s', 'DISTRICT', 'Distrikt :y.:j'), (:m, '%3$s', '%1$s', 'CARE_AREA', 'Område :y.:j'),
           (:m, '%4$s', '%3$s', 'CARE_TEAM', 'Hjemmeplejen :y.:j');
    insert into app_user (municipality_id, id, subject, name, first_seen_at)
    values (:m, '%5$s', '%6$s', 'Terapeut :y.:j', now());
    create temp table if not exists c (n int, citizen uuid, course uuid, referral uuid, condition uuid,
           area uuid, district uuid, team uuid, therapist uuid, day date, at timestamptz) on commit delete rows;
    insert into c
    select n, md5('citizen :m :y :j ' || n)::uuid, md5('course :m :y :j ' || n)::uuid,
           md5('referral :m :y :j ' || n)::uuid, md5('condition :m :y :j ' || n)::uuid,
           '%3$s', '%1$s', '%4$s', '%5$s', current_date - 40 - 365 * :y, now() - interval '30 days' - interval '365 days' * :y
      from generate_series(0, %7$d) n
    """
        .formatted(
            caseload.id("district"),
            Caseload.hashed("root " + caseload.municipality()),
            caseload.id("area"),
            caseload.id("team"),
            therapist.id(),
            therapist.subject(),
            Caseload.CITIZENS - 1);
  }

  private static final List<String> FIRST =
      List.of(
          "insert into citizen_change (municipality_id, citizen_id, seq, raised_in) select :m,"
              + " citizen, 1, pg_current_xact_id() from c",
          """
          insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key, birth_date, street,
                 postal_code, city, phone, care_area_id, flags_lives_alone, {stamp})
          select :m, citizen, '\\x00', sha256(citizen::text::bytea), 1, 'Opdigtet Borger ' || n, 'opdigtet borger ' || n,
                 date '1936-02-10' + n * 131, 'Skovvej ' || n, '4200', 'Storeby', '5550' || 1000 + n, area, n % 2 = 0, :stamp
            from c
          """,
          """
          insert into referral (municipality_id, id, citizen_id, state, kind, source, received_on, assessed_on,
                 individual_reason, legal_basis, {stamp})
          select :m, referral, citizen, 'REFERRED', 'HOME_CARE', 'CITIZEN', day, day + 3, 'Gik selv før', 'SEL_83A', :stamp from c
          """,
          """
          insert into help (municipality_id, id, citizen_id, referral_id, moment, basis, minutes_per_week, recorded_on, {stamp})
          select :m, md5(moment || referral)::uuid, citizen, referral, moment, 'MINUTES', 60 + n, day + 3, :stamp
            from c, (values ('BEFORE'), ('SHADOW')) v(moment)
          """);

  private static final List<String> OPEN =
      List.of(
          """
          insert into course (municipality_id, id, citizen_id, referral_id, state, therapist_id, tovholder_id, care_area_id,
                 district_id, legal_basis, referred_on, started_on, due_on, {stamp})
          select :m, course, citizen, referral, 'ACTIVE', therapist, therapist, area, district, 'SEL_83A', day + 5, day + 10,
                 day + 94, :stamp
            from c
          """,
          relations("null::date"));

  private static final List<String> CLOSED =
      List.of(
          """
          insert into course (municipality_id, id, citizen_id, referral_id, state, therapist_id, tovholder_id, care_area_id,
                 district_id, legal_basis, referred_on, started_on, due_on, evaluated_on, completed_on, category,
                 degree_of_help, saved_minutes, {stamp})
          select :m, course, citizen, referral, 'COMPLETED', therapist, therapist, area, district, 'SEL_83A', day + 5, day + 10,
                 day + 94, day + 94, day + 96, 'LESS_HELP', 50, 30, :stamp
            from c
          """,
          relations("day + 96"));

  private static String relations(String courseEnds) {
    return """
    insert into care_relation (municipality_id, id, citizen_id, course_id, kind, scope_id, from_day, before_day, received_at)
    select :m, md5(kind || citizen)::uuid, citizen, case when own then course end, kind,
           case kind when 'THERAPIST' then therapist when 'SERVING' then team else area end, day, case when own then %s end, at
      from c, (values ('AREA', false), ('SERVING', false), ('COURSE_AREA', true), ('THERAPIST', true)) v(kind, own)
    """
        .formatted(courseEnds);
  }

  private static final List<String> RECORDS =
      List.of(
          """
          insert into plan (municipality_id, id, citizen_id, citizens_words, intervention_type, {stamp})
          select :m, course, citizen, 'Jeg vil selv kunne gå i bad og hente posten', 'HVERDAGSREHABILITERING', :stamp from c
          """,
          """
          insert into condition (municipality_id, id, citizen_id, code, level, level_on, recorded_on, {stamp})
          select :m, condition, citizen, md5('code' || condition)::uuid, 2, day, day, :stamp from c
          """,
          """
          insert into goal (municipality_id, id, citizen_id, course_id, condition_id, citizens_words, measure, baseline,
                 baseline_on, target, target_value, target_on, status, agreed_with_citizen, {stamp})
          select :m, md5('goal :m :y :j ' || n || ' ' || g)::uuid, citizen, course, condition, 'Jeg vil gå til postkassen, nr. ' || g,
                 'Ture om ugen', 'Ingen', day + 10, 'Tre', 3, day + 60, 'OPEN', true, :stamp
            from c, generate_series(0, %d) g
          """
              .formatted(Caseload.GOALS - 1),
          """
          insert into visit (municipality_id, id, citizen_id, course_id, state, contact_type, visitor_id, held_at, minutes, note, {stamp})
          select :m, gen_random_uuid(), citizen, course, 'HELD', 'HOME', therapist, at + interval '1 day' * v, 45,
                 'Gik til postkassen og tilbage, pause på trappen, nr. ' || v, :stamp
            from c, generate_series(0, %d) v
          """
              .formatted(Caseload.VISITS - 1),
          """
          insert into score (municipality_id, id, citizen_id, course_id, instrument, instrument_version, phase, scorer, scored_on,
                 items, {stamp})
          select :m, gen_random_uuid(), citizen, course, 'PSFS', '1', 'BASELINE', 'CITIZEN', day + 10 + s,
                 jsonb_build_array(jsonb_build_object('activity', 'Gå på trappen, nr. ' || s, 'scale', 'TOTAL', 'value', s %% 11)), :stamp
            from c, generate_series(0, %d) s
          """
              .formatted(Caseload.SCORES - 1),
          """
          insert into mutation (municipality_id, id, user_id, operation, body_hash, status, resource_id, version, recorded_at, received_at)
          select :m, gen_random_uuid(), c.therapist, 'recordScores', sha256(s.id::text::bytea), 201, s.id, 1, at, at
            from c join score s on s.municipality_id = :m and s.course_id = c.course
          """);

  private static String filled(String sql, Caseload caseload) {
    return sql.replace(":stamp", "1, at, at, at, therapist")
        .replace(":m", Integer.toString(caseload.municipality()))
        .replace(":y", Integer.toString(caseload.year()))
        .replace(":j", Integer.toString(caseload.number()));
  }
}
