package dk.genvej.command;

import dk.genvej.tracking.OutcomeBackfill;
import dk.genvej.tracking.delivery.Replay;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The past, for a receiver that came later. */
@Command(
    name = "replay",
    description =
        "Has a receiver told what was told before it was there: every outcome of the municipality,"
            + " in its versions. First outcomes are written of courses that ended before there were"
            + " any. The worker of a running server sends them.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Option(
      names = "--receiver",
      required = true,
      paramLabel = "NAME",
      description = "as in genvej.tracking.receivers.NAME")
  private String receiver = "";

  @Option(
      names = "--municipality",
      required = true,
      split = ",",
      paramLabel = "CODE",
      description = "its official code")
  private List<Integer> municipalities = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    try (var context = settings.read()) {
      var refusals = new ServeCheck(context.getEnvironment()).refusals();
      if (!refusals.isEmpty()) {
        throw new RefusedSettings(refusals);
      }
      context.start();
      for (int municipality : municipalities) {
        int told = context.getBean(OutcomeBackfill.class).run(municipality);
        int waiting = context.getBean(Replay.class).run(municipality, receiver);
        out.println(
            "%d: %d courses told of, %d versions wait for %s"
                .formatted(municipality, told, waiting, receiver));
      }
    }
    return 0;
  }
}
