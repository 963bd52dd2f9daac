package dk.genvej.command;

import dk.genvej.database.Schema;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the database to the schema of this version, as its owner. */
@Command(
    name = "migrate",
    description =
        "Brings the database to the schema of this version and makes room in the logs for the next"
            + " two years. Runs as the owner (genvej.owner.username, genvej.owner.password). A"
            + " second run changes nothing.",
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Option(
      names = "--oldest",
      paramLabel = "yyyy-mm-dd",
      description = "first month that gets log partitions of its own (default: this month)")
  private @Nullable LocalDate oldest;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var today = Time.dayOf(SystemTime.machine());
    try (var context = settings.read()) {
      var owner = OwnerSettings.of(context.getEnvironment());
      int ran =
          Schema.migrate(
              owner.url(),
              owner.username(),
              owner.password(),
              Objects.requireNonNullElse(oldest, today),
              today);
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      out.println(ran == 0 ? "The schema was up to date." : ran + " migrations ran.");
    }
    return 0;
  }
}
