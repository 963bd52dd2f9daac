package dk.genvej.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dk.genvej.citizen.CprVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Base64;
import java.util.function.Supplier;

/** The folder of a demo: database, master key and the keys of its stand-ins, kept over restarts. */
record DemoHome(Path folder) {

  /** Says that keys beside it are a demo's; {@code serve} refuses them. */
  static final String MARK = "genvej-demo";

  /** Others may pass through, as a database run as "nobody" must; they may not look. */
  static DemoHome at(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      var home = new DemoHome(folder.toRealPath());
      Files.writeString(home.folder.resolve(MARK), "The keys in this folder are a demo's.\n");
      return home;
    } catch (IOException failed) {
      throw new DemoException(
          "The folder " + folder + " cannot be used for the demo: choose another with --home.",
          failed);
    }
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  /** What the stand-in of central tracking received. */
  Path tracking() {
    return folder.resolve("central-tracking");
  }

  Path masterKey() {
    var file = folder.resolve("cpr-master-key.json");
    secret(file, CprVault::newMasterKey);
    return file;
  }

  RSAKey issuerKey() {
    try {
      return RSAKey.parse(secret(folder.resolve("issuer-key.json"), DemoHome::newKey));
    } catch (ParseException broken) {
      throw new DemoException(
          "The issuer's key in " + folder + " cannot be read: remove issuer-key.json.", broken);
    }
  }

  /** With which the demo shows the stand-in of FK Gateway who it is. */
  RSAKey gatewayKey() {
    try {
      return RSAKey.parse(secret(folder.resolve("gateway-key.json"), DemoHome::newKey));
    } catch (ParseException broken) {
      throw new DemoException(
          "The gateway's key in " + folder + " cannot be read: remove gateway-key.json.", broken);
    }
  }

  /** The same as the server reads it. */
  Path gatewayKeyFile() {
    var file = folder.resolve("gateway-key.pem");
    secret(file, () -> pem(gatewayKey()));
    return file;
  }

  private static String pem(RSAKey key) {
    try {
      var encoded = Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded());
      return "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n";
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key has a private half", impossible);
    }
  }

  /** Another at each start, as the stand-in that it is for is. */
  Path fcmKey(String content) {
    var file = folder.resolve("fcm-key.json");
    secret(file, () -> content);
    try {
      return Files.writeString(file, content);
    } catch (IOException failed) {
      throw new DemoException("The file " + file + " cannot be written.", failed);
    }
  }

  private static String newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("genvej-demo").generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK makes RSA keys", impossible);
    }
  }

  /** Made with its permissions, so that it is never readable by others, not even for a moment. */
  private static String secret(Path file, Supplier<String> made) {
    try {
      if (!Files.exists(file)) {
        var mode = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(file, made.get());
      }
      return Files.readString(file);
    } catch (IOException failed) {
      throw new DemoException("The file " + file + " cannot be read or made.", failed);
    }
  }
}
