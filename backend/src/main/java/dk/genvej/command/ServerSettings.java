package dk.genvej.command;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The settings of an installation: its YAML file, over which the environment wins, so that a
 * password need not stand in a file.
 */
final class ServerSettings {

  /** Above application.yml (-300), below the environment (-200). */
  private static final int BELOW_THE_ENVIRONMENT = -250;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "settings in YAML, such as infra/genvej.example.yml; the environment wins over it"
              + " (genvej.token.issuer is GENVEJ_TOKEN_ISSUER there)")
  private @Nullable Path file;

  ServerSettings() {}

  ServerSettings(@Nullable Path file) {
    this.file = file;
  }

  /** A context that has read its settings and not begun anything yet. */
  ApplicationContext read() {
    var builder = ApplicationContext.builder("serve").deduceEnvironment(false);
    if (file != null) {
      builder.propertySources(
          PropertySource.of(file.toString(), values(file), BELOW_THE_ENVIRONMENT));
    }
    var context = builder.build();
    context.getEnvironment().start();
    return context;
  }

  private static Map<String, Object> values(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new YamlPropertySourceLoader().read(file.toString(), in);
    } catch (IOException unreadable) {
      throw RefusedSettings.because("--config: the file " + file + " cannot be read.");
    } catch (RuntimeException malformed) {
      throw RefusedSettings.because("--config: the file " + file + " is not YAML.");
    }
  }
}
