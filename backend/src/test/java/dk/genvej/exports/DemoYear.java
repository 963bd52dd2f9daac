package dk.genvej.exports;

import dk.genvej.demo.Demo;
import dk.genvej.demo.DemoMunicipalities;
import dk.genvej.demo.DemoOptions;
import dk.genvej.demo.DemoProgress;
import dk.genvej.demo.GatewayYear;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A year of the demo's large municipality: what the dataset and the receiver of central tracking
 * say of each course that ended, held against the tables of the field. Run this class by hand; the
 * demo fills itself first, and tells its receiver of all of it. Then it ends, and the year is
 * reported to FK Gateway night by night ({@link GatewayYear}).
 */
final class DemoYear {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

  private DemoYear() {}

  public static void main(String... arguments) throws Exception {
    var home =
        arguments.length == 0
            ? Files.createTempDirectory("genvej-demo-year")
            : Path.of(arguments[0]);
    var demo = Demo.start(new DemoOptions(home, 0, TODAY, true), DemoProgress.silent());
    var from = TODAY.minusYears(1).plusDays(1).toString();
    awaitDelivered(demo);
    var told = dataset(demo, home.resolve("dataset"), from);
    var received = ToldByCourses.received(ledger(home), from, TODAY.toString());
    var field = value(demo, ToldByCourses.sql(from, TODAY.toString()));
    tell("the dataset", told);
    tell("the receiver", received);
    tell("the courses", field);
    firstDifference(ToldByCourses.plain(field), received);
    demo.close();
    var same = told.equals(field) && received.equals(ToldByCourses.plain(field));
    var sameAtTheGateway = GatewayYear.run(home, LocalDate.parse(from), TODAY);
    System.exit(same && sameAtTheGateway ? 0 : 1);
  }

  private static void tell(String who, String lines) {
    System.out.printf(
        "by %s: %d courses, %s%n", who, lines.lines().count(), sha256(ToldByCourses.plain(lines)));
  }

  private static void firstDifference(String field, String received) {
    var all = received.lines().toList();
    field
        .lines()
        .filter(line -> !all.contains(line))
        .findFirst()
        .ifPresent(line -> System.out.println("not received: " + line));
  }

  private static List<String> ledger(Path home) throws IOException {
    return Files.readAllLines(home.resolve("central-tracking").resolve("ledger.jsonl"));
  }

  /** All that the worker of the demo has to tell of the large municipality has been accepted. */
  private static void awaitDelivered(Demo demo) throws Exception {
    var open =
        "select count(*) from course c where c.municipality_id = :m and c.state in ('COMPLETED',"
            + " 'REVIEWED', 'STOPPED') and not exists (select from outcome_course o where"
            + " o.municipality_id = c.municipality_id and o.course_id = c.id)";
    var waiting =
        "select count(*) from outcome_delivery where municipality_id = :m and state = 'WAITING'";
    while (!value(demo, open).equals("0") || !value(demo, waiting).equals("0")) {
      Thread.sleep(Duration.ofSeconds(2));
    }
  }

  private static String dataset(Demo demo, Path folder, String from) {
    demo.context()
        .getBean(Dataset.class)
        .run(
            new DatasetOrder(
                DemoMunicipalities.LARGE.code(),
                folder,
                Format.RFC4180,
                false,
                LocalDate.parse(from),
                TODAY,
                null),
            ExportProgress.silent());
    return ToldByCourses.lines(new DatasetWorld(null, folder).rows("outcome.csv", ','));
  }

  private static String value(Demo demo, String sql) throws Exception {
    var context = demo.context();
    var url = context.getProperty("datasources.default.url", String.class).orElseThrow();
    var password = context.getProperty("datasources.default.password", String.class).orElseThrow();
    var ofOne = sql.replace(":m", Integer.toString(DemoMunicipalities.LARGE.code()));
    try (var connection = DriverManager.getConnection(url, "postgres", password);
        var found = connection.createStatement().executeQuery(ofOne)) {
      found.next();
      return found.getString(1);
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Ids.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
