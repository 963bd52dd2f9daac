package dk.genvej.command;

import dk.genvej.demo.DemoException;
import dk.genvej.exports.ExportException;
import dk.genvej.postgres.EmbeddedPostgresException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
    name = "genvej",
    description = "Backend of Danish home rehabilitation.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    version = "0.1.0",
    subcommands = {
      DemoCommand.class,
      WalkCommand.class,
      ServeCommand.class,
      MigrateCommand.class,
      MunicipalityCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      KeyCommand.class,
      EpochCommand.class,
      ReplayCommand.class,
      ReceiverCommand.class,
      CheckCommand.class,
      BenchCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong use, or a setting that is wrong"})
public final class GenvejCommand implements Runnable {

  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  @Spec private @Nullable CommandSpec spec;

  private GenvejCommand() {}

  /** Runs one command and answers its exit code: 0 well, 1 failed, 2 wrong use. */
  public static int run(String... args) {
    return line().execute(args);
  }

  static CommandLine line() {
    return new CommandLine(new GenvejCommand())
        .setExecutionExceptionHandler(GenvejCommand::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Without a command there is nothing to do: says what there is. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  /** What somebody can mend is told in a sentence; only the unexpected shows where it happened. */
  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case RefusedSettings refused -> {
        refused.sentences().forEach(err::println);
        yield WRONG_USE;
      }
      case DemoException demo -> {
        err.println(demo.getMessage());
        yield FAILED;
      }
      case EmbeddedPostgresException postgres -> {
        err.println(postgres.getMessage());
        yield FAILED;
      }
      case ExportException export -> {
        err.println(export.getMessage() + ": " + export.getCause());
        yield FAILED;
      }
      default -> {
        failure.printStackTrace(err);
        yield FAILED;
      }
    };
  }
}
