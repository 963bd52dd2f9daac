package dk.genvej.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result as a table, every figure with its target and its floor. */
final class Report {

  private static final List<String> HEAD =
      List.of("figure", "median", "p95", "n", "target", "", "floor", "ratio", "target", "");

  private final Samples samples;
  private final Map<String, Double> perSecond;
  private final List<List<String>> rows = new ArrayList<>();

  Report(Samples samples, Map<String, Double> perSecond) {
    this.samples = samples;
    this.perSecond = perSecond;
  }

  String text(String... about) {
    timed("P1 first sync of 40 citizens", "P1 serve", 25, "P1 floor", 2.5);
    timed("P1 the same, cold", "P1 cold serve", 100, "", 0);
    sized();
    crowd();
    timed("P2 nothing new; floor: select 1", "P2 nothing serve", 3, "P2 nothing floor", 3);
    timed("P2 20 changes, one a removal", "P2 20 serve", 8, "", 0);
    timed("P2 19 changes, and a citizen back whole", "P2 return serve", 8, "", 0);
    timed("P3 20 mutations", "P3 20 serve", 12, "P3 20 floor", 5);
    timed("P3 500 mutations", "P3 500 serve", 100, "P3 500 floor", 5);
    timed("P3 the same 500 again", "P3 replay serve", 30, "", 0);
    timed("P3 500, 10 % refused by a rule", "P3 10 % by rules serve", 150, "", 0);
    timed("P3 500, 10 % refused by the database", "P3 10 % by database serve", 150, "", 0);
    compared("P5 growth of ", "large", "serve", 1.5);
    compared("P8 guards cost in ", "serve", "bare", 1.35);
    return String.join("\n", about) + "\n\n" + table() + added();
  }

  private void timed(String what, String figure, double target, String floor, double most) {
    double median = samples.median(figure);
    var row = row(what, millis(median), millis(samples.percentile(figure, 95)), figure);
    row.addAll(List.of("≤ " + plain(target) + " ms", verdict(median <= target)));
    against(row, median, floor, most);
  }

  private void against(List<String> row, double median, String floor, double most) {
    if (floor.isEmpty()) {
      row.addAll(List.of("–", "", "", ""));
    } else {
      double least = samples.median(floor);
      row.addAll(
          List.of(
              millis(least),
              times(median / least),
              "≤ " + plain(most) + " ×",
              verdict(median <= most * least)));
    }
    rows.add(row);
  }

  private void sized() {
    double kilobytes = samples.bytes("P1 serve") / 1000.0;
    var row = row("P1 on the wire", "%.1f kB".formatted(kilobytes), "", "P1 serve");
    row.addAll(List.of("≤ 75 kB", verdict(kilobytes <= 75)));
    row.addAll(List.of("%.1f kB".formatted(samples.bytes("P1 floor") / 1000.0), "", "", ""));
    rows.add(row);
  }

  private void crowd() {
    double rate = perSecond.getOrDefault("serve", Double.NaN);
    double p95 = samples.percentile(Crowd.FIGURE + "serve", 95);
    var row = row("P1 at 8 clients", "%.0f/s".formatted(rate), millis(p95), Crowd.FIGURE + "serve");
    row.addAll(List.of("≥ 100/s, p95 ≤ 150 ms", verdict(rate >= 100 && p95 <= 150)));
    row.addAll(
        List.of("%.0f/s".formatted(perSecond.getOrDefault("floor", Double.NaN)), "", "", ""));
    rows.add(row);
  }

  /** One side of everything that both have, in times of the other. */
  private void compared(String what, String side, String base, double most) {
    for (var figure : List.of("P1", "P2 nothing", "P2 20", "P2 return", "P3 20", "P3 500")) {
      if (samples.has(figure + " " + side)) {
        double median = samples.median(figure + " " + side);
        var row =
            row(
                what + figure,
                millis(median),
                millis(samples.percentile(figure + " " + side, 95)),
                figure + " " + side);
        row.addAll(List.of("", ""));
        against(row, median, figure + " " + base, most);
      }
    }
  }

  /** What the guards add when nothing is new, in milliseconds. */
  private String added() {
    return String.format(
        Locale.ROOT,
        "%nGuards add %.2f ms where nothing is new (target 0.3 ms). The floor of P8 is the server"
            + " without audit, row level security and signatures; of P5, one municipality's"
            + " year.%n",
        samples.median("P2 nothing serve") - samples.median("P2 nothing bare"));
  }

  private ArrayList<String> row(String what, String value, String p95, String figure) {
    return new ArrayList<>(List.of(what, value, p95, Integer.toString(samples.count(figure))));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.1f ms", value);
  }

  private static String times(double value) {
    return String.format(Locale.ROOT, "%.2f ×", value);
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%s", value);
  }

  private String table() {
    var text = new StringBuilder(line(HEAD));
    text.append(line(HEAD.stream().map(_ -> "---").toList()));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
