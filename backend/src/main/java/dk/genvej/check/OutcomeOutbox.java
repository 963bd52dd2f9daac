package dk.genvej.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * R12 for central tracking: no outcome without the change it follows from, no such change without
 * its outcome, and each outcome on its way to every receiver there was. Told by the tables of the
 * field, whatever wrote them.
 */
final class OutcomeOutbox {

  /** Ends and recorded follow-ups, as the field has them and as they stand to be told. */
  private static final String DUE_AND_TOLD =
      """
      with due as (
        select c.id as course, 'COMPLETED' as event, 0 as month, c.completed_on as day, h.minutes_per_week as minutes, c.category as found
          from course c
          left join help h on h.municipality_id = c.municipality_id and h.referral_id = c.referral_id and h.moment = 'AFTER'
         where c.municipality_id = :m and c.state in ('COMPLETED', 'REVIEWED')
        union all
        select c.id, 'STOPPED', 0, c.stopped_on, null, c.stop_reason from course c where c.municipality_id = :m and c.state = 'STOPPED'
        union all
        select c.id, 'FOLLOW_UP', f.month, f.held_on, h.minutes_per_week, f.result
          from course c
          join follow_up f on f.municipality_id = c.municipality_id and f.course_id = c.id and f.state = 'RECORDED'
          join help h on h.municipality_id = c.municipality_id and h.follow_up_id = f.id
         where c.municipality_id = :m and c.state in ('COMPLETED', 'REVIEWED')),
      told as (
        select k.course_id as course, o.event, coalesce(o.follow_up_month, 0) as month, count(*) as times, min(o.event_on) as day,
               min(case o.event when 'COMPLETED' then o.after_minutes else o.follow_up_minutes end) as minutes,
               min(case o.event when 'COMPLETED' then o.category when 'STOPPED' then o.stop_reason else o.follow_up_result end) as found
          from outcome o
          join outcome_course k on k.municipality_id = o.municipality_id and k.tracking_id = o.tracking_id
         where o.municipality_id = :m and o.superseded_by is null and o.operation <> 'ANNULLED' group by 1, 2, 3)
      select concat_ws(' ', event, nullif(month, 0), 'of', course, 'has', case when d.day is null then 'no cause' else 'a cause' end,
                       'and', coalesce(t.times, 0), 'outcomes')
             || case when t.times = 1 and d.day is not null then ', which says otherwise' else '' end
        from due d full join told t using (course, event, month)
       where t.times is distinct from 1 or (d.day, d.minutes, d.found) is distinct from (t.day, t.minutes, t.found)
      """;

  /**
   * The very change, received at the moment the outcome was written; or found afterwards by a
   * record that is there.
   */
  private static final String CAUSES =
      """
      select concat_ws(' ', 'outcome', o.tracking_id, o.version, 'follows from', o.cause_type, o.cause_id, 'version', o.cause_version,
                       'which was not made then')
        from outcome o
        join outcome_course k on k.municipality_id = o.municipality_id and k.tracking_id = o.tracking_id
       where o.municipality_id = :m
         and not exists (select from change_log l
                          where l.municipality_id = o.municipality_id and l.record_id = o.cause_id and l.version = o.cause_version
                            and l.record_type = o.cause_type and l.received_at = o.written_at
                            and coalesce(l.course_id, k.course_id) = k.course_id)
         and not (o.historic and o.cause_id = k.course_id
                  and exists (select from course c where c.municipality_id = o.municipality_id and c.id = o.cause_id
                                 and c.version >= o.cause_version))
      """;

  /** Versions are counted without a gap, and name each other. */
  private static final String VERSIONS =
      """
      select concat_ws(' ', 'course', k.tracking_id, 'counts', k.latest_version, 'versions and has', count(o.version))
        from outcome_course k
        left join outcome o on o.municipality_id = k.municipality_id and o.tracking_id = k.tracking_id
       where k.municipality_id = :m group by k.tracking_id, k.latest_version
      having count(o.version) <> k.latest_version or max(o.version) <> k.latest_version
      union all
      select concat_ws(' ', 'outcome', o.tracking_id, coalesce(o.version, n.supersedes), 'is superseded by', o.superseded_by,
                       'and named by', n.version)
        from (select * from outcome where municipality_id = :m and superseded_by is not null) o
        full join (select * from outcome where municipality_id = :m and supersedes is not null) n
          on n.tracking_id = o.tracking_id and n.version = o.superseded_by and n.supersedes = o.version
       where o.version is null or n.version is null
      """;

  private static final String DELIVERIES =
      """
      select concat_ws(' ', 'outcome', o.tracking_id, o.version, 'is not on its way to', r.name)
        from outcome o join outcome_receiver r on r.municipality_id = o.municipality_id and r.since <= o.written_at
       where o.municipality_id = :m
         and not exists (select from outcome_delivery d
                          where d.municipality_id = o.municipality_id and d.receiver = r.name and d.tracking_id = o.tracking_id
                            and d.version = o.version)
      union all
      select concat_ws(' ', 'a delivery to', d.receiver, 'of', d.tracking_id, d.version, 'has no outcome')
        from outcome_delivery d
       where d.municipality_id = :m
         and not exists (select from outcome o
                          where o.municipality_id = d.municipality_id and o.tracking_id = d.tracking_id and o.version = d.version)
      """;

  private OutcomeOutbox() {}

  /** A sentence for everything that is not as it must be. */
  static List<String> amiss(Connection superuser, int municipality) {
    var amiss = new ArrayList<String>();
    for (var sql : List.of(DUE_AND_TOLD, CAUSES, VERSIONS, DELIVERIES)) {
      try (var query = superuser.createStatement();
          var rows = query.executeQuery(sql.replace(":m", Integer.toString(municipality)))) {
        while (rows.next()) {
          amiss.add(rows.getString(1));
        }
      } catch (SQLException failed) {
        throw new IllegalStateException("the look at the outcomes failed", failed);
      }
    }
    return amiss;
  }
}
