package dk.genvej.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
    name = "genvej",
    description = "Backend of Danish home rehabilitation.",
    mixinStandardHelpOptions = true,
    version = "0.1.0")
public final class GenvejCommand {

  private GenvejCommand() {}

  /** Runs one command and answers its exit code: 0 well, 1 failed, 2 wrong use. */
  public static int run(String... args) {
    return new CommandLine(new GenvejCommand()).execute(args);
  }
}
