package dk.genvej.demo;

import com.nimbusds.jose.JOSEException;
import dk.genvej.demo.gateway.StandInGateway;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** FK Gateway's stand-in beside a demo, and how the demo's server finds it. */
record DemoGateway(StandInGateway standIn, Map<String, Object> settings) implements AutoCloseable {

  private static final Duration AS_LONG_AS_ANYBODY_LOOKS = Duration.ofDays(3650);

  /** The assertions of both municipalities are written anew, as they run out. */
  static DemoGateway start(DemoHome home) {
    try {
      for (var municipality : DemoMunicipalities.both()) {
        Files.writeString(
            home.folder().resolve("%04d.xml".formatted(municipality.code())),
            StandInGateway.assertion(
                sorCode(municipality), SystemTime.machine().plus(AS_LONG_AS_ANYBODY_LOOKS)));
      }
      var standIn = StandInGateway.start(home.gatewayKey().toRSAPublicKey(), false);
      return new DemoGateway(standIn, settings(home, standIn));
    } catch (IOException failed) {
      throw new DemoException("The folder " + home.folder() + " cannot be written to.", failed);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key has a public half", impossible);
    }
  }

  private static Map<String, Object> settings(DemoHome home, StandInGateway standIn) {
    return Map.of(
        "genvej.gateway.base-url",
        standIn.url() + "/fhir",
        "genvej.gateway.token-url",
        standIn.url() + "/token",
        "genvej.gateway.realm",
        StandInGateway.REALM,
        "genvej.gateway.client-id",
        StandInGateway.CLIENT,
        "genvej.gateway.key-file",
        home.gatewayKeyFile().toString(),
        "genvej.gateway.assertion-folder",
        home.folder().toString());
  }

  /** Invented: no organisation has it. */
  static String sorCode(DemoMunicipality municipality) {
    return municipality.code() + "000000000000";
  }

  @Override
  public void close() {
    standIn.close();
  }
}
