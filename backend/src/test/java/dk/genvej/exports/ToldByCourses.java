package dk.genvej.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.demo.DemoMunicipalities;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How courses ended, told three times: by the rows of a dataset, by what a receiver of central
 * tracking holds, and by the tables of the field without any table of outcomes. All as sorted lines
 * of the same figures.
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

  private static final List<String> SENT =
      List.of(
          "/event",
          "/eventOn",
          "/startedOn",
          "/dueOn",
          "/before/minutesPerWeek",
          "/shadow/minutesPerWeek",
          "/after/minutesPerWeek",
          "/category",
          "/goalsTotal",
          "/visits",
          "/visitMinutes");

  private static final Collector<CharSequence, ?, String> BLANKS = Collectors.joining(" ");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGE = DemoMunicipalities.LARGE.code();

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

  /**
   * The same of what the receiver accepted, in {@link #plain} form.
   *
   * @param ledger its lines, each a version as it was sent
   */
  static String received(List<String> ledger, String from, String until) {
    var standing = new HashMap<String, JsonNode>();
    for (var line : ledger) {
      var body = json(line);
      var course = body.at("/trackingId").asText();
      standing.remove(course + body.at("/supersedes").asText());
      if (!body.at("/operation").asText().equals("ANNULLED")) {
        standing.put(course + body.at("/version").asText(), body);
      }
    }
    return plain(
        standing.values().stream()
            .filter(body -> !body.at("/event").asText().equals("FOLLOW_UP"))
            .filter(body -> body.at("/eventOn").asText().compareTo(from) >= 0)
            .filter(body -> body.at("/eventOn").asText().compareTo(until) <= 0)
            .filter(body -> body.at("/municipality").asInt() == LARGE)
            .map(body -> SENT.stream().map(at -> body.at(at).asText()).collect(BLANKS))
            .collect(Collectors.joining("\n")));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(line, broken);
    }
  }

  /** Minutes without idle noughts, as each writes them in its own way; sorted anew. */
  static String plain(String lines) {
    return lines
        .lines()
        .map(line -> Stream.of(line.split(" ", -1)).map(ToldByCourses::figure).collect(BLANKS))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String figure(String text) {
    return text.matches("[0-9]+(\\.[0-9]+)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
