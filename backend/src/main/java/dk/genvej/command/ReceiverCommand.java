package dk.genvej.command;

import dk.genvej.receiver.Receiver;
import dk.genvej.receiver.ReceiverOptions;
import dk.genvej.receiver.Weather;
import dk.genvej.shared.SystemTime;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The reference receiver of outcomes, for whoever builds a real one. */
@Command(
    name = "receiver",
    description =
        "Runs the small reference receiver of the outcome API on 127.0.0.1: it takes in what"
            + " courses gave, keeps a ledger on disk, and answers reconciliation. The contract is"
            + " /openapi/tracking/outcomes.yaml of any server.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Whose word it takes comes from the environment: GENVEJ_RECEIVER_TOKEN for a fixed token,",
      "or GENVEJ_RECEIVER_CLIENT_ID and GENVEJ_RECEIVER_CLIENT_SECRET for tokens of /token."
    })
final class ReceiverCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8090",
      paramLabel = "PORT",
      description = "0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "FOLDER",
      description = "for the ledger; made if absent")
  private Path folder = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var line = Objects.requireNonNull(spec).commandLine();
    var token = System.getenv("GENVEJ_RECEIVER_TOKEN");
    var clientId = System.getenv("GENVEJ_RECEIVER_CLIENT_ID");
    var secret = System.getenv("GENVEJ_RECEIVER_CLIENT_SECRET");
    if (token == null && (clientId == null || secret == null)) {
      throw new ParameterException(
          line, "GENVEJ_RECEIVER_TOKEN is missing: say whose word it is to take.");
    }
    var options = new ReceiverOptions(port, folder, token, clientId, secret, false);
    var receiver = Receiver.start(options, Weather.CALM, SystemTime::machine);
    Runtime.getRuntime().addShutdownHook(new Thread(receiver::close, "stop"));
    line.getOut().println("The receiver answers at " + receiver.url() + "; Ctrl-C ends it.");
    Thread.currentThread().join();
    return 0;
  }
}
