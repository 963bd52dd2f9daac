package dk.genvej.tracking.gateway;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for each municipality, named by its four digits, that something else keeps fresh. */
@Singleton
@Requires(beans = GatewaySettings.class)
final class AssertionFiles implements SamlAssertions {

  private final Path folder;

  AssertionFiles(GatewaySettings settings) {
    this.folder = Path.of(settings.assertionFolder());
  }

  @Override
  public String of(int municipality) {
    var file = folder.resolve("%04d.xml".formatted(municipality));
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new GatewayUnreachable("no assertion in " + file);
    }
  }
}
