package dk.genvej.command;

import dk.genvej.citizen.CprVault;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Production. Starts only when every setting is one that personal data may rest on. */
@Command(
    name = "serve",
    description =
        "Answers requests, on a PostgreSQL and with an issuer of tokens of your own. Refuses to"
            + " start with a setting that is not safe, and says which.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Override
  public Integer call() throws InterruptedException {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "logback-serve.xml");
    }
    var server = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    Thread.currentThread().join();
    return 0;
  }

  /**
   * @throws RefusedSettings naming each setting that is wrong
   */
  static EmbeddedServer start(ServerSettings settings) {
    var context = settings.read();
    try {
      requireNone(new ServeCheck(context.getEnvironment()).refusals());
      requireNone(DatabaseCheck.refusals(context.getEnvironment()));
      context.start();
      context.getBean(CprVault.class);
      return context.getBean(EmbeddedServer.class).start();
    } catch (BeanInstantiationException unusable) {
      context.close();
      throw named(unusable);
    } catch (RuntimeException failed) {
      context.close();
      throw failed;
    }
  }

  private static void requireNone(List<String> refusals) {
    if (!refusals.isEmpty()) {
      throw new RefusedSettings(refusals);
    }
  }

  /** Only the key is opened before the first request. */
  private static RuntimeException named(BeanInstantiationException unusable) {
    return String.valueOf(unusable.getMessage()).contains(CprVault.class.getSimpleName())
        ? RefusedSettings.because(
            "Setting genvej.cpr.master-key-file names a file that holds no master key: make one"
                + " with \"genvej key new FILE\".")
        : unusable;
  }

  static void stop(EmbeddedServer server) {
    server.stop();
    server.getApplicationContext().close();
  }
}
