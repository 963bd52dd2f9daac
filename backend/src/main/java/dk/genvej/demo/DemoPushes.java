package dk.genvej.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.demo.fcm.Received;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the stand-in of FCM has been sent, newest first: everything a push says. */
@Controller("/demo/pushes")
@Requires(env = "demo")
final class DemoPushes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FcmStandIn fcm;

  DemoPushes(FcmStandIn fcm) {
    this.fcm = fcm;
  }

  /**
   * @param taken whether it would have reached the device
   * @param status what the sender was told
   * @param message as it came over the wire
   */
  @Serdeable
  record Pushed(String at, boolean taken, int status, Map<String, Object> message) {}

  @Get
  List<Pushed> all() {
    return fcm.received().reversed().stream().map(DemoPushes::pushed).toList();
  }

  @SuppressWarnings("unchecked")
  private static Pushed pushed(Received one) {
    try {
      var request = JSON.readValue(one.body(), Map.class);
      var message = Objects.requireNonNull((Map<String, Object>) request.get("message"));
      return new Pushed(one.at().toString(), one.taken(), one.status(), message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("it was read before", impossible);
    }
  }
}
