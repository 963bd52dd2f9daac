package dk.genvej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} says of the key it pushes by and of the secret of operators. */
class ServeSecretsTest {

  private static final String PUSH_KEY = "genvej.push.key-file";
  private static final String OPERATOR = "genvej.operator.token-file";
  private static final String ACCOUNT =
      "{\"type\": \"service_account\", \"client_email\": \"a@b\", \"private_key\": \"x\","
          + " \"private_key_id\": \"y\"}";
  private static final String WHOLE =
      ACCOUNT.replace("}", ", \"token_uri\": \"https://oauth2.googleapis.com/token\"}");

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();

  @Test
  void withoutBothItIsContent() throws IOException {
    assertThat(refusals("genvej.push")).isEmpty();
    assertThat(refusals("genvej.operator")).isEmpty();
  }

  @Test
  void aKeyThatCannotBeReadOrIsReadByAllIsRefused() throws IOException {
    settings.put(PUSH_KEY, folder.resolve("nowhere").toString());
    assertThat(refusals(PUSH_KEY)).endsWith("which cannot be read.");
    settings.put(PUSH_KEY, secret("rw-r--r--", WHOLE));
    assertThat(refusals(PUSH_KEY)).contains("which everybody on the machine can read");
  }

  @Test
  void whatIsNoKeyIsToldApart() throws IOException {
    assertThat(ofKey("no json")).endsWith("which is no JSON.");
    assertThat(ofKey("{\"type\": \"authorized_user\"}"))
        .endsWith("which holds no key of a service account.");
    assertThat(ofKey(ACCOUNT)).endsWith("which lacks token_uri.");
    assertThat(ofKey(WHOLE)).endsWith("which names no project, so genvej.push.project must.");
    settings.put("genvej.push.project", "p");
    assertThat(ofKey(WHOLE)).isEmpty();
  }

  @Test
  void aDemosKeyIsRefusedAndAnFcmInTheClear() throws IOException {
    settings.put("genvej.push.project", "p");
    settings.put("genvej.push.base-address", "http://fcm.example.dk");
    assertThat(ofKey(WHOLE)).isEmpty();
    assertThat(refusals("genvej.push.base-address")).contains("is not an https address");
    Files.writeString(folder.resolve("genvej-demo"), "");
    assertThat(ofKey(WHOLE)).contains("names a demo's key");
  }

  @Test
  void figuresAreNotForEverybodyAndTheirSecretIsLong() throws IOException {
    settings.put("genvej.operator.open", "true");
    assertThat(refusals("genvej.operator.open")).contains("is for the demo");
    settings.put(OPERATOR, secret("rw-------", "short"));
    assertThat(refusals(OPERATOR)).contains("fewer than 32 characters");
    settings.put(OPERATOR, secret("rw-------", "x".repeat(32) + "\n"));
    assertThat(refusals(OPERATOR)).isEmpty();
  }

  private String ofKey(String content) throws IOException {
    settings.put(PUSH_KEY, secret("rw-------", content));
    return refusals(PUSH_KEY);
  }

  /** What is said of a setting; other settings are missing here. */
  private String refusals(String setting) throws IOException {
    var yaml =
        settings.entrySet().stream()
            .map(e -> e.getKey() + ": \"" + e.getValue() + "\"")
            .collect(Collectors.joining("\n"));
    var config = Files.writeString(folder.resolve("genvej.yml"), yaml + "\nx: y\n");
    return new ServeCheck(new ServerSettings(config).read().getEnvironment())
        .refusals().stream()
            .filter(said -> said.startsWith("Setting " + setting))
            .collect(Collectors.joining("\n"));
  }

  private String secret(String mode, String content) throws IOException {
    var file = Files.writeString(Files.createTempFile(folder, "secret", ""), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode)).toString();
  }
}
