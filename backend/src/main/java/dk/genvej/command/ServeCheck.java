package dk.genvej.command;

import dk.genvej.push.FcmKey;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What {@code serve} does not start with, before it touches the database. */
final class ServeCheck {

  private static final int SHORTEST_SECRET = 32;

  private final Environment settings;
  private final List<String> refusals = new ArrayList<>();

  ServeCheck(Environment settings) {
    this.settings = settings;
  }

  /** One sentence for each setting that is wrong; none when it may start. */
  List<String> refusals() {
    refusals.clear();
    environment();
    database();
    issuer();
    masterKey();
    gateway();
    push();
    operator();
    transport();
    refusals.addAll(TrackingCheck.refusals(settings));
    return List.copyOf(refusals);
  }

  private void environment() {
    if (settings.getActiveNames().contains("demo")) {
      refuse("MICRONAUT_ENVIRONMENTS", "names demo, which serve never runs with: leave it out.");
    }
  }

  private void database() {
    var url = text("datasources.default.url");
    if (url.isEmpty()) {
      refuse(
          "datasources.default.url",
          "is missing: say which database, such as jdbc:postgresql://db.example.dk/genvej.");
    } else if (!url.startsWith("jdbc:postgresql:")) {
      refuse("datasources.default.url", "is not a PostgreSQL address (jdbc:postgresql://...).");
    }
    if (text("datasources.default.username").isEmpty()) {
      refuse(
          "datasources.default.username",
          "is missing: name the role that answers requests, such as genvej_app.");
    }
  }

  private void issuer() {
    for (var setting : List.of("genvej.token.issuer", "genvej.token.jwks-uri")) {
      var value = text(setting);
      if (value.isEmpty()) {
        refuse(setting, "is missing: say whose access tokens are trusted.");
      } else if (value.contains("/demo/issuer")) {
        refuse(setting, "is a demo's issuer, whose passwords are printed: give your own.");
      } else if (!encrypted(value)) {
        refuse(setting, "is not an https address: keys fetched in the clear can be exchanged.");
      }
    }
    if (text("genvej.token.audience").isEmpty()) {
      refuse("genvej.token.audience", "is missing: say which audience a token must be for.");
    }
  }

  static boolean encrypted(String address) {
    try {
      var uri = URI.create(address);
      return "https".equals(uri.getScheme())
          || ("http".equals(uri.getScheme()) && loopback(String.valueOf(uri.getHost())));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private void masterKey() {
    var setting = "genvej.cpr.master-key-file";
    var value = text(setting);
    if (value.isEmpty()) {
      refuse(setting, "is missing: make a key with \"genvej key new FILE\" and name the file.");
      return;
    }
    if (secretFile(setting, value) && besideADemo(value)) {
      refuse(setting, "names a demo's key: make one of your own with \"genvej key new FILE\".");
    }
  }

  /** Whether it is one that can be read by the server, and not by everybody. */
  private boolean secretFile(String setting, String value) {
    var file = Path.of(value);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      refuse(setting, "names " + file + ", which cannot be read.");
      return false;
    }
    if (openToAll(file)) {
      refuse(setting, "names " + file + ", which everybody on the machine can read: chmod 600.");
      return false;
    }
    return true;
  }

  private static boolean besideADemo(String file) {
    return Files.exists(Path.of(file).resolveSibling("genvej-demo"));
  }

  /**
   * Without a key nobody is pushed to, and that is said in health; a key that is there is sound.
   */
  private void push() {
    var setting = "genvej.push.key-file";
    var value = text(setting);
    if (value.isEmpty() || !secretFile(setting, value)) {
      return;
    }
    if (besideADemo(value)) {
      refuse(setting, "names a demo's key, which wakes no real device: give your project's own.");
      return;
    }
    try {
      FcmKey.read(Path.of(value), text("genvej.push.project"));
    } catch (IOException unsound) {
      refuse(setting, "names " + value + ", which " + unsound.getMessage() + ".");
    }
    var base = "genvej.push.base-address";
    if (!text(base).isEmpty() && !encrypted(text(base))) {
      refuse(base, "is not an https address: leave it out to wake devices by Google.");
    }
  }

  private void operator() {
    if (settings.getProperty("genvej.operator.open", Boolean.class).orElse(false)) {
      refuse("genvej.operator.open", "is for the demo: give operators a secret by token-file.");
    }
    var setting = "genvej.operator.token-file";
    var value = text(setting);
    if (!value.isEmpty() && secretFile(setting, value) && shortSecret(Path.of(value))) {
      refuse(
          setting,
          "names a file with fewer than "
              + SHORTEST_SECRET
              + " characters: make one with \"openssl rand -hex 32\".");
    }
  }

  private static boolean shortSecret(Path file) {
    try {
      return Files.readString(file).strip().length() < SHORTEST_SECRET;
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** Only where there is one to report to; then it must be reached and shown who we are. */
  private void gateway() {
    if (text("genvej.gateway.base-url").isEmpty()) {
      return;
    }
    for (var setting : List.of("genvej.gateway.base-url", "genvej.gateway.token-url")) {
      if (!encrypted(text(setting))) {
        refuse(setting, "is not an https address: reports hold CPR numbers.");
      }
    }
    for (var setting :
        List.of(
            "genvej.gateway.realm",
            "genvej.gateway.client-id",
            "genvej.gateway.assertion-folder")) {
      if (text(setting).isEmpty()) {
        refuse(setting, "is missing: without it FK Gateway does not know who reports.");
      }
    }
    secret("genvej.gateway.key-file", "FK Gateway does not know who reports without it.");
  }

  private void secret(String setting, String why) {
    var file = Path.of(text(setting));
    if (text(setting).isEmpty() || !Files.isReadable(file) || Files.isDirectory(file)) {
      refuse(setting, "names no file that can be read: " + why);
    } else if (openToAll(file)) {
      refuse(setting, "names " + file + ", which everybody on the machine can read: chmod 600.");
    }
  }

  private static boolean openToAll(Path file) {
    try {
      var mode = Files.getPosixFilePermissions(file);
      return Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE).stream()
          .anyMatch(mode::contains);
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }

  /** The server speaks HTTP; what carries it over a network must be encrypted by somebody. */
  private void transport() {
    var host = text("micronaut.server.host");
    var told = settings.getProperty("genvej.server.tls-terminated", Boolean.class).orElse(false);
    if (!loopback(host) && !told) {
      refuse(
          "genvej.server.tls-terminated",
          "is not true, and micronaut.server.host "
              + host
              + " is open to the network: put a proxy that ends TLS before the server and say so.");
    }
  }

  private static boolean loopback(String host) {
    try {
      return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private String text(String setting) {
    return settings.getProperty(setting, String.class).orElse("").strip();
  }

  private void refuse(String setting, String why) {
    refusals.add("Setting " + setting + " " + why);
  }
}
