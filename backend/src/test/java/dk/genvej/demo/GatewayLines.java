package dk.genvej.demo;

import java.util.List;

/**
 * The SQL of {@link GatewayField}: a line for each resource, by the guide's words (KLGateway 1.2.0)
 * and codes. The tables {@code f_} hold the rows of the field that count.
 */
final class GatewayLines {

  private GatewayLines() {}

  private static final String DAY =
      "cast(cast(%s as timestamptz) at time zone 'Europe/Copenhagen' as date)";

  /** Names for what several kinds of resources rest on. */
  static final List<String> PREPARED =
      List.of(
          // Courses that had ended before the municipality reported, and errors, are not told.
          """
          create temp table c as
          select * from (
            select f.*, state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED') as open,
                   state in ('COMPLETED', 'REVIEWED') as closed,
                   started_on is not null and state not in ('REFERRED', 'PLANNING', 'LAPSED') as begun,
                   coalesce(completed_on, stopped_on, %s) as ended
              from f_course f where state <> 'ANNULLED') one
           where open or ended >= ':since'
          """
              .formatted(DAY.formatted("stamp_received_at")),
          // The conditions in focus, else all.
          """
          create temp table about as
          select c.id as course_id,
                 coalesce(string_agg(cast(condition_id as text), ',' order by cast(condition_id as text) collate "C")
                            filter (where in_focus),
                          string_agg(cast(condition_id as text), ',' order by cast(condition_id as text) collate "C")) as conditions
            from c join f_course_condition a on a.course_id = c.id group by 1
          """,
          """
          create temp table level(n, code) as
          values (0, '9c5cfb57-a498-40e5-98a7-792bf5fb205b'), (1, 'fcc16cb1-41f0-4832-b834-110fba0aaabe'),
                 (2, 'd984ad21-48fe-4619-845e-2aa0303048e7'), (3, '1ceef776-0cfa-4acd-b222-c5bb2424e0c1'),
                 (4, 'f4c9f159-5806-4c06-95e9-e69b83bab1a1'), (9, 'd7ff926a-4955-478f-b300-0b0ec0785013')
          """,
          """
          create temp table result(name, code) as
          values ('CONTINUES', '9c90b0e5-9c0a-4b72-a18c-76cd6d6c6213'), ('CHANGED', 'c6e71993-5d72-409a-8ab9-ecc094968635'),
                 ('ENDED', '59753987-c38d-41c5-b201-0eeff3032fef'), ('REVISITATION', '61b9a5c2-2ea7-45ad-82b8-53cbb513290e')
          """,
          """
          create temp table chosen as
          select split_part(pair, '=', 1) as service, left(split_part(pair, '=', 2), 36) as code
            from setting, unnest(string_to_array(value, ',')) pair
           where municipality_id = :m and key = 'gateway.codes'
          """,
          // What helps are left after a course, in their order: the re-visitation's first.
          """
          create temp table left_over as
          select c.id as course_id, c.citizen_id, h.recorded_on as day,
                 row_number() over (partition by c.id order by h.moment, h.recorded_on) as n,
                 case when coalesce(h.minutes_per_week, 0) = 0 then '{}'
                      when h.course_level_code is not null then array[h.course_level_code]
                      else array(select s ->> 'service' from jsonb_array_elements(h.services) s) end as services
            from c join f_help h on h.referral_id = c.referral_id
           where c.closed and (h.moment = 'AFTER'
                 or h.moment = 'FOLLOW_UP' and h.follow_up_id in (select id from f_follow_up where state = 'RECORDED'))
          """,
          // When a planned contact was called off, if that came after the evening it was first told
          // of.
          """
          create temp table called_off as
          select record_id as id
            from (select record_id, min(%1$s) as made, min(%1$s) filter (where content ->> 'state' = 'CANCELLED') as off
                    from record_version
                   where municipality_id = :m and record_type in ('evaluation', 'follow_up') group by 1) e
           where greatest(made, ':since') < off
          """
              .formatted(DAY.formatted("content ->> 'stamp_received_at'")),
          """
          create temp table plan as
          select g.*, c.open, c.closed, c.begun, c.ended, c.state as course_state
            from c join f_care_grant g on g.course_id = c.id where g.state <> 'ENTERED_IN_ERROR'
          """);

  private static final String CONDITIONS =
      """
      select concat_ws(' ', 'Condition', case when f.active then 'active' else 'inactive' end, 'CONDITION', f.id, f.citizen_id,
               f.code, level.code,
               case when f.active and bool_or(a.in_focus and c.open) then 'problem-list-item' else '-' end, f.recorded_on)
        from f_condition f join level on level.n = f.level
        join f_course_condition a on a.condition_id = f.id join c on c.id = a.course_id
       group by f.active, f.id, f.citizen_id, f.code, level.code, f.recorded_on
      """;

  /** From the day the course began, or the level was first aimed at. */
  private static final String GOALS =
      """
      select concat_ws(' ', 'Goal', case when c.open and a.in_focus then 'active' else 'completed' end, 'GOAL', a.id, a.citizen_id,
               level.code, greatest(c.started_on, aimed.day), a.condition_id)
        from c join f_course_condition a on a.course_id = c.id join level on level.n = a.expected_level,
             lateral (select min(%s) as day from record_version v
                       where v.municipality_id = :m and v.record_type = 'course_condition' and v.record_id = a.id
                         and v.version <= a.version
                         and v.version > (select coalesce(max(o.version), 0) from record_version o
                                           where o.municipality_id = :m and o.record_type = 'course_condition'
                                             and o.record_id = a.id and o.version < a.version
                                             and (o.content ->> 'expected_level') is distinct from a.expected_level::text)) aimed
       where c.begun
      """
          .formatted(DAY.formatted("v.content ->> 'stamp_happened_at'"));

  private static final String PLANS =
      """
      select concat_ws(' ', 'CarePlan', status.plan, 'GRANT', p.id, p.citizen_id, concat_ws(',', p.code, p.level3_code),
               '8d12d74c-17da-47a7-a4fe-e69dbaec0a8c', status.activity, p.from_day,
               coalesce(cast(case when p.state in ('ACTIVE', 'ON_HOLD') and p.course_state <> 'LAPSED' and not p.open
                                  then greatest(p.from_day, least(p.until_day, p.ended)) else p.until_day end as text), '-'),
               about.conditions)
        from plan p join about using (course_id),
             lateral (select case when p.state = 'COMPLETED' then 'completed'
                                  when p.state = 'REVOKED' then 'revoked'
                                  when p.closed then 'completed'
                                  when not p.open then 'revoked'
                                  when p.course_state = 'PAUSED' or p.state = 'ON_HOLD' then 'on-hold'
                                  else 'active' end as plan) s,
             lateral (select s.plan, case when s.plan = 'completed' then 'completed'
                                          when not p.begun then 'not-started'
                                          when s.plan = 'revoked' then 'unknown' else 'in-progress' end as activity) status
      """;

  /** Told for a while, then found to be an error: taken back in the form it was told. */
  private static final String PLANS_IN_ERROR =
      """
      select concat_ws(' ', 'CarePlan', 'entered-in-error', 'GRANT', g.id, g.citizen_id, concat_ws(',', g.code, g.level3_code),
               '8d12d74c-17da-47a7-a4fe-e69dbaec0a8c', 'in-progress', g.from_day, coalesce(g.until_day::text, '-'), about.conditions)
        from c join f_care_grant g on g.course_id = c.id join about on about.course_id = c.id
       where g.state = 'ENTERED_IN_ERROR' and greatest(g.from_day, ':since') < %s
      """
          .formatted(DAY.formatted("g.stamp_received_at"));

  /**
   * A stretch of each service the municipality has a code for: from one figure to the next without.
   */
  private static final String HELP_LEFT =
      """
      with of_service as (
        select distinct course_id, s as service from left_over, unnest(services) s),
      step as (
        select l.*, o.service, o.service = any(l.services) as granted,
               coalesce(lag(o.service = any(l.services)) over w, false) as before
          from left_over l join of_service o using (course_id)
        window w as (partition by l.course_id, o.service order by l.n)),
      stretch as (
        select *, row_number() over (partition by course_id, service order by n) as nth from step where granted and not before)
      select concat_ws(' ', 'CarePlan', case when e.day is null then 'active' else 'completed' end, 'REMAINING_HELP', s.course_id,
               s.service, s.nth, s.citizen_id, chosen.code, '8d12d74c-17da-47a7-a4fe-e69dbaec0a8c',
               case when e.day is null then 'in-progress' else 'completed' end, s.day, coalesce(e.day::text, '-'), about.conditions)
        from stretch s join chosen using (service) join about using (course_id)
        left join lateral (select day from step e where e.course_id = s.course_id and e.service = s.service and e.n > s.n
                              and not e.granted order by e.n limit 1) e on true
      """;

  private static final String CONTACT =
      """
      select concat_ws(' ', 'Encounter', case when e.state = 'CANCELLED' then 'cancelled' when e.state = '%2$s' then 'finished'
                 else 'planned' end, '%1$s', e.id, e.citizen_id, 'HH', '9f03dfbb-7a97-45a5-94db-d4c3501714a9',
               case when e.state = '%2$s' then e.%3$s else e.due_on end, '-', about.conditions, '-')
        from c join f_%4$s e on e.course_id = c.id join about on about.course_id = c.id
       where e.state <> 'ANNULLED' and (e.state <> 'CANCELLED' or e.id in (select id from called_off))
      """;

  /** One that no grant covers has nothing to be told by. */
  private static final String VISITS =
      """
      select concat_ws(' ', 'Encounter', 'finished', 'VISIT', v.id, v.citizen_id,
               case v.contact_type when 'PHONE' then '1b55a4b0-1156-4f58-b2df-b5c6014d9048'
                                   when 'SCREEN' then '124be95d-6924-4609-9d2a-e7c73ae3ab3d' else 'HH' end,
               '784275f1-6822-4a88-b361-d958007d5253',
               to_char(v.held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
               to_char((v.held_at + v.minutes * interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '-',
               string_agg(cast(p.id as text), ',' order by cast(p.id as text) collate "C"))
        from c join f_visit v on v.course_id = c.id join plan p on p.course_id = c.id
       where v.state = 'HELD' and v.contact_type <> 'TEAM_MEETING'
         and %s between p.from_day and coalesce(p.until_day, 'infinity')
       group by v.id, v.citizen_id, v.contact_type, v.held_at, v.minutes
      """
          .formatted(DAY.formatted("v.held_at"));

  private static final String FIRST_VISITS =
      """
      select concat_ws(' ', 'Procedure', 'completed', 'FIRST_VISIT', c.id, c.citizen_id, chosen.code,
               to_char(min(v.held_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), about.conditions)
        from c join f_visit v on v.course_id = c.id join about on about.course_id = c.id join chosen on service = 'FIRST_VISIT'
       where v.state = 'HELD' and v.contact_type = 'HOME' and c.legal_basis = 'AELDRELOVEN_10'
       group by c.id, c.citizen_id, chosen.code, about.conditions
      """;

  /** Ended where no help is left, else the help was granted anew. */
  private static final String RESULTS =
      """
      select concat_ws(' ', 'Observation', 'final', 'COURSE_RESULT', c.id, c.citizen_id, result.code, c.completed_on, about.conditions)
        from c join about on about.course_id = c.id
        left join left_over l on l.course_id = c.id and l.n = 1
        join result on result.name = case when l.services = '{}' then 'ENDED' else 'REVISITATION' end
       where c.closed
      union all
      select concat_ws(' ', 'Observation', 'final', 'FOLLOW_UP_RESULT', f.id, f.citizen_id, result.code, f.held_on, about.conditions)
        from c join about on about.course_id = c.id join f_follow_up f on f.course_id = c.id and f.state = 'RECORDED'
        join result on result.name = f.result
      """;

  private static final String CITIZENS =
      """
      select distinct concat_ws(' ', 'Patient', 'active', c.citizen_id, 'false', m.sor_code)
        from c join about on about.course_id = c.id, municipality m where m.id = :m
      """;

  static final List<String> ALL =
      List.of(
          CONDITIONS,
          GOALS,
          PLANS,
          PLANS_IN_ERROR,
          HELP_LEFT,
          CONTACT.formatted("EVALUATION", "SUBMITTED", "evaluated_on", "evaluation"),
          CONTACT.formatted("FOLLOW_UP", "RECORDED", "held_on", "follow_up"),
          VISITS,
          FIRST_VISITS,
          RESULTS,
          CITIZENS);
}
