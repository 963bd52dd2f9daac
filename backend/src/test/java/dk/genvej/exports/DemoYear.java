package dk.genvej.exports;

import dk.genvej.demo.Demo;
import dk.genvej.demo.DemoMunicipalities;
import dk.genvej.demo.DemoOptions;
import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A year of the demo's large municipality: what the dataset says of each course that ended, held
 * against the tables of the field. Run this class by hand; the demo fills itself first.
 */
final class DemoYear {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

  private DemoYear() {}

  public static void main(String... arguments) throws Exception {
    var home = Files.createTempDirectory("genvej-demo-year");
    var demo = Demo.start(new DemoOptions(home, 0, TODAY, true), DemoProgress.silent());
    var from = TODAY.minusYears(1).plusDays(1).toString();
    var told = dataset(demo, home.resolve("dataset"), from);
    var field = field(demo, ToldByCourses.sql(from, TODAY.toString()));
    System.out.printf("by the dataset: %d courses, %s%n", told.lines().count(), sha256(told));
    System.out.printf("by the courses: %d courses, %s%n", field.lines().count(), sha256(field));
    System.exit(told.equals(field) ? 0 : 1);
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

  private static String field(Demo demo, String sql) throws Exception {
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
