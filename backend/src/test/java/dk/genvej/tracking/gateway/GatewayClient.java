package dk.genvej.tracking.gateway;

import dk.genvej.demo.gateway.StandInGateway;
import dk.genvej.shared.SystemTime;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;

/** The real client, set up against a stand-in that knows its key. */
final class GatewayClient implements AutoCloseable {

  private static final KeyPair KEY = key();

  final StandInGateway gateway;
  final HttpGateway port;
  final Path assertions;

  /**
   * @param sorCode the organisation of each municipality that asks for a token
   */
  GatewayClient(Path folder, String sorCode, int municipality, boolean afterTransition) {
    gateway = StandInGateway.start((RSAPublicKey) KEY.getPublic(), afterTransition);
    assertions = folder;
    var settings = settings(folder, keyFile(folder));
    port =
        new HttpGateway(
            settings,
            new TokenExchange(
                settings,
                new AssertionFiles(settings),
                new ClientAssertion(settings),
                ObjectMapper.getDefault()),
            new OperationOutcomes());
    mayReportFor(municipality, sorCode);
  }

  private GatewaySettings settings(Path folder, Path keyFile) {
    return new GatewaySettings(
        gateway.url() + "/fhir/",
        gateway.url() + "/token",
        StandInGateway.REALM,
        StandInGateway.CLIENT,
        keyFile.toString(),
        "kombit-sts",
        folder.toString(),
        Duration.ofSeconds(1));
  }

  /** KOMBIT's STS has given an assertion that is good for an hour. */
  void mayReportFor(int municipality, String sorCode) {
    write(
        assertions.resolve("%04d.xml".formatted(municipality)),
        StandInGateway.assertion(sorCode, SystemTime.machine().plusSeconds(3600)));
  }

  /** It has run out, and nobody has got another. */
  void mayNoLongerReportFor(int municipality, String sorCode) {
    write(
        assertions.resolve("%04d.xml".formatted(municipality)),
        StandInGateway.assertion(sorCode, SystemTime.machine().minusSeconds(1)));
  }

  private static Path keyFile(Path folder) {
    var pem = Base64.getMimeEncoder().encodeToString(KEY.getPrivate().getEncoded());
    return write(
        folder.resolve("client.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static KeyPair key() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
