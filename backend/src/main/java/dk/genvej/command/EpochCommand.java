package dk.genvej.command;

import dk.genvej.sync.EpochRenewal;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the tablets are told after a restore. */
@Command(
    name = "epoch",
    description = "The epoch of offline sync: what tells tablets that a database was restored.",
    mixinStandardHelpOptions = true,
    subcommands = EpochCommand.New.class)
final class EpochCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  /** Draws one for every municipality. */
  @Command(
      name = "new",
      description =
          "Draws a new epoch for every municipality: a step of every restore. At their next sync"
              + " all tablets offer again what they had handed in, and take everything down anew.",
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {

    @Mixin private final ServerSettings settings = new ServerSettings();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      try (var context = settings.read()) {
        var refusals = new ServeCheck(context.getEnvironment()).refusals();
        if (!refusals.isEmpty()) {
          throw new RefusedSettings(refusals);
        }
        context.start();
        var renewed = context.getBean(EpochRenewal.class).everywhere();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("A new epoch in %d municipalities: %s".formatted(renewed.size(), renewed));
      }
      return 0;
    }
  }
}
