package dk.genvej.check;

import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server needs to be told to answer on loopback, in this process or another. */
public final class ServerProperties {

  private ServerProperties() {}

  /**
   * @param home where the installation's master key lies, made when there is none
   * @param port of the server; -1 for any
   */
  public static Map<String, Object> of(
      Installation installation, Issuer issuer, Path home, int port) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", port);
    settings.put("datasources.default.url", installation.url());
    settings.put("datasources.default.username", Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.token.issuer", issuer.name());
    settings.put("genvej.token.audience", Issuer.AUDIENCE);
    settings.put("genvej.token.jwks-uri", issuer.keysAt());
    settings.put("genvej.cpr.master-key-file", masterKey(home).toString());
    return settings;
  }

  /**
   * Of one whose tasks are run by hand, and to which nobody comes.
   *
   * @param masterKey file of the installation's master key
   */
  public static Map<String, Object> unattended(Installation installation, Path masterKey) {
    var nobody = "http://127.0.0.1/nobody";
    var settings = new LinkedHashMap<String, Object>();
    settings.put("datasources.default.url", installation.url());
    settings.put("datasources.default.username", Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.worker.enabled", false);
    settings.put("genvej.token.issuer", nobody);
    settings.put("genvej.token.audience", Issuer.AUDIENCE);
    settings.put("genvej.token.jwks-uri", nobody);
    settings.put("genvej.cpr.master-key-file", masterKey.toString());
    return settings;
  }

  /** As a file that {@code serve --config} reads. */
  static Path write(Map<String, Object> settings, Path file) throws IOException {
    var lines =
        settings.entrySet().stream()
            .map(one -> one.getKey() + ": \"" + one.getValue() + "\"")
            .collect(Collectors.joining("\n"));
    return Files.writeString(file, lines);
  }

  /** In a folder; made when there is none. */
  static Path masterKey(Path home) {
    var file = home.toAbsolutePath().resolve("master-key.json");
    try {
      if (Files.notExists(file)) {
        var mode = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(file, CprVault.newMasterKey());
      }
      return file;
    } catch (IOException failed) {
      throw new IllegalStateException("the folder of the check cannot be written", failed);
    }
  }
}
