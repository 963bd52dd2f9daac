package dk.genvej.demo;

import dk.genvej.check.ServerProperties;
import dk.genvej.database.Installation;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.worker.RecurringTask;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A year of the demo's large municipality, reported to FK Gateway night by night by another server
 * on the demo's database, whose clock is moved. What the stand-in of the gateway then holds is set
 * against SQL over the tables of the field. {@code DemoYear} runs it after its own part.
 */
public final class GatewayYear {

  static final int LARGE = DemoMunicipalities.LARGE.code();

  /** When the worker of a night looks: a day's reports are made from half past midnight on. */
  private static final LocalTime NIGHT = LocalTime.of(0, 31);

  private final DemoHome home;
  private final LocalDate since;
  private final LocalDate today;
  private final Clock clock = new Clock();

  private GatewayYear(DemoHome home, LocalDate since, LocalDate today) {
    this.home = home;
    this.since = since;
    this.today = today;
  }

  /** Stands still until it is another night. */
  private static final class Clock implements Time {

    private volatile Instant now = Instant.EPOCH;

    @Override
    public Instant now(int municipality) {
      return now;
    }

    void nightAfter(LocalDate day) {
      now = day.plusDays(1).atTime(NIGHT).atZone(ZONE).toInstant();
    }
  }

  /**
   * Prints what was compared.
   *
   * @param folder of a demo that was filled and has ended
   * @return whether the gateway knows what the tables say, and nothing else
   */
  public static boolean run(Path folder, LocalDate since, LocalDate today) throws SQLException {
    var home = DemoHome.at(folder);
    try (var postgres = EmbeddedPostgres.start(PostgresOptions.fleetingAt(home.postgres()));
        var gateway = DemoGateway.start(home)) {
      var installation = Installation.on(postgres, "genvej", since.minusYears(6), today);
      try (var superuser =
          DriverManager.getConnection(
              installation.url(), postgres.superuser(), postgres.password())) {
        return new GatewayYear(home, since, today).report(installation, gateway, superuser);
      }
    }
  }

  private boolean report(Installation installation, DemoGateway gateway, Connection superuser)
      throws SQLException {
    try (var context = context(installation, gateway)) {
      new GatewayPast(superuser, since, today).prepare(context);
      nights(context);
    }
    var field = new GatewayField(superuser, since);
    var told = new GatewayLedger(field.idBook()).lines(gateway.standIn().received());
    var expected = field.lines();
    print("the gateway", told);
    print("the field  ", expected);
    difference("told, and not in the field", told, expected);
    difference("in the field, and not told", expected, told);
    var answers = counts(gateway.standIn().received(), one -> Integer.toString(one.status()));
    System.out.printf("answers of the gateway: %s, reports: %s%n", answers, field.reports());
    System.out.printf("held by us: %s%nby the field: %s%n", field.held(), field.toBeHeld());
    return told.equals(expected)
        && answers.keySet().equals(Set.of("201"))
        && field.held().equals(field.toBeHeld());
  }

  private ApplicationContext context(Installation installation, DemoGateway gateway) {
    var settings = ServerProperties.unattended(installation, home.masterKey());
    settings.putAll(gateway.settings());
    return ApplicationContext.builder("check")
        .deduceEnvironment(false)
        .properties(settings)
        .singletons(clock)
        .start();
  }

  private void nights(ApplicationContext context) {
    var tasks =
        context.getBeansOfType(RecurringTask.class).stream()
            .collect(Collectors.toMap(RecurringTask::name, Function.identity()));
    var inOrder = List.of(tasks.get("gateway-reports"), tasks.get("gateway-delivery"));
    for (var day = since; !day.isAfter(today); day = day.plusDays(1)) {
      clock.nightAfter(day);
      inOrder.forEach(task -> task.run(clock.now(LARGE)));
    }
  }

  private static void print(String who, List<String> lines) {
    var kinds = counts(lines, line -> String.join(" ", List.of(line.split(" ")).subList(0, 2)));
    var sum = Ids.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    System.out.printf(
        "%s: %d resources, %s%n  %s%n", who, lines.size(), HexFormat.of().formatHex(sum), kinds);
  }

  private static void difference(String what, List<String> all, List<String> others) {
    var left = new TreeSet<>(all);
    others.forEach(left::remove);
    if (!left.isEmpty()) {
      System.out.printf("%d %s:%n", left.size(), what);
      left.stream().limit(20).forEach(line -> System.out.println("  " + line));
    }
  }

  private static <T> Map<String, Long> counts(List<T> all, Function<T, String> kind) {
    return all.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
  }
}
