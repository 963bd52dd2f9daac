package dk.genvej.exports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How courses ended, told twice: by the rows of a dataset, and by the tables of the field without
 * any table of outcomes. Both as sorted lines of the same figures.
 */
final class ToldByCourses {

  private static final List<String> FIGURES =
      List.of(
          "event",
          "event_on",
          "started_on",
          "due_on",
          "before_minutes",
          "shadow_minutes",
          "after_minutes",
          "category",
          "goals_total",
          "visits",
          "visit_minutes");

  private static final String COURSES =
      """
      select string_agg(line, E'\\n' order by line collate "C") from (
        select concat_ws(' ',
                 case when c.state = 'STOPPED' then 'STOPPED' else 'COMPLETED' end,
                 coalesce(c.completed_on, c.stopped_on), c.started_on, c.due_on,
                 coalesce(max(h.minutes_per_week) filter (where h.moment = 'BEFORE')::text, ''),
                 coalesce(max(h.minutes_per_week) filter (where h.moment = 'SHADOW')::text, ''),
                 coalesce(max(h.minutes_per_week) filter (where h.moment = 'AFTER')::text, ''),
                 coalesce(c.category, ''),
                 (select count(*) from goal g
                   where g.municipality_id = c.municipality_id and g.course_id = c.id and g.annulled_at is null),
                 (select count(*) from visit v
                   where v.municipality_id = c.municipality_id and v.course_id = c.id and v.state = 'HELD'),
                 (select coalesce(sum(v.minutes), 0.0) from visit v
                   where v.municipality_id = c.municipality_id and v.course_id = c.id and v.state = 'HELD')) as line
          from course c
          left join help h on h.municipality_id = c.municipality_id and h.referral_id = c.referral_id
         where c.municipality_id = :m and c.state in ('COMPLETED', 'REVIEWED', 'STOPPED')
           and coalesce(c.completed_on, c.stopped_on) between ':from' and ':until'
         group by c.municipality_id, c.id) courses
      """;

  private ToldByCourses() {}

  /** The SQL over the field; its one value is the lines. */
  static String sql(String from, String until) {
    return COURSES.replace(":from", from).replace(":until", until);
  }

  /** The same of the standing rows of a dataset. */
  static String lines(List<Map<String, String>> rows) {
    return rows.stream()
        .filter(row -> row.get("standing").equals("true"))
        .filter(row -> !row.get("event").equals("FOLLOW_UP"))
        .map(row -> FIGURES.stream().map(row::get).collect(Collectors.joining(" ")))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
