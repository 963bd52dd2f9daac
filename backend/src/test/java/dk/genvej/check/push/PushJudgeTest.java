package dk.genvej.check.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.check.push.PushRows.Row;
import dk.genvej.demo.fcm.Received;
import dk.genvej.demo.fcm.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The judge of the campaign sees what it is there to see. */
class PushJudgeTest {

  private static final Instant AT = Instant.parse("2025-02-11T07:00:00Z");
  private static final UUID MESSAGE = UUID.fromString("01944f3a-2c00-7d27-a055-735e800fd4b1");
  private static final UUID DEVICE = new UUID(0, 1);

  private static Received request(int nth, int seconds, Trouble trouble, int status, long after) {
    var body = "{\"message\":{\"data\":{\"id\":\"" + MESSAGE + "\"}}}";
    return new Received(
        nth, AT.plusSeconds(seconds), "t", body, trouble, status == 200, status, after);
  }

  private static List<String> faults(String state, Received... requests) {
    return PushJudge.faults(
        List.of(requests), _ -> DEVICE, List.of(new Row(MESSAGE, DEVICE, state, "")));
  }

  @Test
  void whatWentWellIsWell() {
    assertThat(faults("ACCEPTED", request(1, 0, Trouble.NONE, 200, 0))).isEmpty();
    assertThat(
            faults(
                "ACCEPTED",
                request(1, 0, Trouble.DEVICE_QUOTA, 429, 180),
                request(2, 180, Trouble.NONE, 200, 0)))
        .isEmpty();
    assertThat(faults("DEAD", request(1, 0, Trouble.UNREGISTERED, 404, 0))).isEmpty();
    assertThat(faults("REJECTED", request(1, 0, Trouble.SENDER_ID_MISMATCH, 403, 0))).isEmpty();
    assertThat(faults("DROPPED")).isEmpty();
  }

  @Test
  void aRequestToADeadTokenIsSeen() {
    assertThat(
            faults(
                "ACCEPTED",
                request(1, 0, Trouble.UNREGISTERED, 404, 0),
                request(2, 0, Trouble.NONE, 200, 0)))
        .containsExactly("request 2 went to a token that died in 1");
  }

  @Test
  void aRequestBeforeItsTimeIsSeen() {
    assertThat(
            faults(
                "ACCEPTED",
                request(1, 0, Trouble.DEVICE_QUOTA, 429, 180),
                request(2, 179, Trouble.NONE, 200, 0)))
        .singleElement()
        .asString()
        .startsWith("request 2 came at 2025-02-11T07:02:59Z, not 2025-02-11T07:03:00Z");
    var other = new Received(2, AT.plusSeconds(1), "u", "{}", Trouble.RESET, false, 0, 0);
    assertThat(faults("WAITING", request(1, 0, Trouble.PROJECT_QUOTA, 429, 60), other))
        .anyMatch(fault -> fault.startsWith("request 2 came before everybody's"));
  }

  @Test
  void whatIsStuckDoubledOrFalselyToldIsSeen() {
    assertThat(faults("SENDING")).anyMatch(fault -> fault.endsWith("is stuck"));
    assertThat(
            faults(
                "ACCEPTED",
                request(1, 0, Trouble.NONE, 200, 0),
                request(2, 9, Trouble.NONE, 200, 0)))
        .anyMatch(fault -> fault.endsWith("was pushed 2 times"));
    assertThat(faults("ACCEPTED", request(1, 0, Trouble.INTERNAL, 500, 0))).hasSize(1);
    assertThat(faults("DROPPED", request(1, 0, Trouble.NONE, 200, 0))).hasSize(1);
  }
}
