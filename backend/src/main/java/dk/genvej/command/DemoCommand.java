package dk.genvej.command;

import dk.genvej.demo.Demo;
import dk.genvej.demo.DemoMunicipalities;
import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoOptions;
import dk.genvej.demo.DemoUser;
import dk.genvej.shared.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A newcomer's first command. */
@Command(
    name = "demo",
    description =
        "Starts Genvej with an embedded PostgreSQL and two invented municipalities, and tells where"
            + " to look. The data survives a restart.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "folder for all of it (default: ~/.genvej/demo)")
  private @Nullable Path home;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "on 127.0.0.1; 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--today",
      paramLabel = "yyyy-mm-dd",
      description = "the day in the large municipality (default: the machine's)")
  private @Nullable LocalDate today;

  @Option(names = "--no-data", description = "leaves the large municipality without citizens")
  private boolean noData;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    var folder = Objects.requireNonNullElseGet(home, DemoOptions::usualHome);
    var demo = Demo.start(new DemoOptions(folder, port, today, !noData), TerminalProgress.here());
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    tell(out, demo, folder, (System.nanoTime() - began) / 1_000_000_000.0);
    Thread.currentThread().join();
    return 0;
  }

  static void tell(PrintWriter out, Demo demo, Path folder, double seconds) {
    var url = demo.url();
    out.printf("%nThe demo is ready after %.1f s; Ctrl-C ends it, the data stays.%n%n", seconds);
    out.printf("  the contract   %s/openapi/index.html%n", url);
    out.printf("  health         %s/health%n", url);
    out.printf("  all users      %s/demo/users%n", url);
    out.printf("  FK Gateway     %s/demo/gateway   (what its stand-in got)%n", url);
    out.printf("  pushes         %s/demo/pushes   (what the stand-in of FCM was sent)%n", url);
    out.printf("  figures        %s/prometheus%n", url);
    out.printf("  the clock      %s/demo/clock   (of Lilleby, forward only)%n", url);
    out.printf("  central        %s   (what its stand-in received)%n", demo.received());
    out.printf("  data           %s%n", folder);
    out.printf("  main job       infra/genvej walk --url %s%n%n", url);
    out.printf("A token, good for eight hours:%n");
    out.printf(
        "  curl -s %s/demo/issuer/token -d grant_type=password -d username=USER -d"
            + " password=PASSWORD%n",
        url);
    DemoMunicipalities.both()
        .forEach(municipality -> users(out, municipality, demo.today(municipality)));
    out.println();
    out.flush();
  }

  private static void users(PrintWriter out, DemoMunicipality municipality, LocalDate day) {
    out.printf("%n%s (%d), where it is %s%n", municipality.name(), municipality.code(), day);
    for (var role : Role.values()) {
      var staff = municipality.staff(role);
      line(out, role, staff.size(), staff.getFirst());
    }
  }

  private static void line(PrintWriter out, Role role, int of, DemoUser user) {
    out.printf(
        "  %-15s%-24s%-14s%s, %s%s%n",
        role,
        user.username(),
        user.password(),
        user.name(),
        user.unit().name(),
        of > 1 ? " (the first of " + of + ")" : "");
  }
}
