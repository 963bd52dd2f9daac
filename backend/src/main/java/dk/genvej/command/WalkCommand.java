package dk.genvej.command;

import dk.genvej.demo.Walk;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job in one minute. */
@Command(
    name = "walk",
    description =
        "Plays one citizen's course from contact to review in the small municipality of a running"
            + " demo: each step through the public API as the role that does it.",
    mixinStandardHelpOptions = true)
final class WalkCommand implements Callable<Integer> {

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "where the demo runs (default: ${DEFAULT-VALUE})")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    new Walk(url, out).play();
    return 0;
  }
}
