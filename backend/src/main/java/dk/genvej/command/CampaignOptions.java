package dk.genvej.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every campaign and bench is told, and how it tells what came of it. */
final class CampaignOptions {

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "(default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "for the database and all it leaves (default: a new temporary folder)")
  private @Nullable Path home;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  long seed() {
    return seed;
  }

  Path folder() throws IOException {
    return home == null ? Files.createTempDirectory("genvej-check") : home;
  }

  void print(String text) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text);
    out.flush();
  }

  /** The exit code. */
  int ended(String text, boolean well) {
    print(text);
    return well ? 0 : GenvejCommand.FAILED;
  }
}
