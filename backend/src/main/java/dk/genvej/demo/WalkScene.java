package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.demo.WalkClient.Person;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the walk as it goes: the day, who does what, and what they see of it. */
final class WalkScene {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  final WalkClient client;
  final WalkCast cast;
  final WalkDays days;
  private final PrintWriter out;

  WalkScene(WalkClient client, WalkCast cast, WalkDays days, PrintWriter out) {
    this.client = client;
    this.cast = cast;
    this.days = days;
    this.out = out;
  }

  void on(LocalDate day) {
    client.moveTo(day);
    out.printf("%n%s%n", day.format(DAY));
    out.flush();
  }

  void does(String role, Person person, String what) {
    out.printf("  %-12s%s: %s%n", role, person.name(), what);
    out.flush();
  }

  void sees(String what, Object... numbers) {
    out.printf(Locale.ROOT, "    sees      " + what + "%n", numbers);
    out.flush();
  }

  void says(String line, Object... numbers) {
    out.printf(Locale.ROOT, line + "%n", numbers);
    out.flush();
  }

  /** This minute in the small municipality. */
  OffsetDateTime now() {
    return OffsetDateTime.parse(client.demo("/demo/clock").path("now").asText());
  }

  /** As RFC 3339 wants it: the seconds are written even when they are zero. */
  static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(0));
  }

  /** Help in words; what was not assessed has no figure. */
  static String help(JsonNode figure) {
    return figure.path("minutesPerWeek").isMissingNode()
        ? "not assessed"
        : number(figure.path("minutesPerWeek")) + " min a week";
  }

  /** Without decimals that say nothing. */
  static String number(JsonNode value) {
    return value.isMissingNode()
        ? "none"
        : value.decimalValue().stripTrailingZeros().toPlainString();
  }
}
