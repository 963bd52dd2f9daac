package dk.genvej.tracking.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes after an answer. */
class DeliveryRuleTest {

  private static final Instant NOW = Instant.parse("2025-04-11T07:30:00Z");
  private static final Answer DOWN = new Answer.Later(503, "503", Optional.empty());
  private static final Answer ACCEPTED = new Answer.Accepted(201);

  @Test
  void aStatusIsAboutTheVersionOrAboutTheReceiver() {
    for (int status : List.of(200, 201, 204)) {
      assertThat(answer(status)).isInstanceOf(Answer.Accepted.class);
    }
    for (int status : List.of(400, 409, 410, 413, 415, 422)) {
      assertThat(answer(status)).isInstanceOf(Answer.Refused.class);
    }
    for (int status : List.of(301, 401, 403, 404, 405, 408, 425, 429, 500, 502, 503, 504)) {
      assertThat(answer(status)).isInstanceOf(Answer.Later.class);
    }
  }

  @Test
  void aVersionIsParkedAtItsThirdRefusal() {
    var refused = new Answer.Refused(422, "422 OUTCOME_INVALID /stopReason");

    assertThat(settled(due(0, 0), refused).state()).isEqualTo(DeliveryState.WAITING);
    assertThat(settled(due(1, 1), refused).state()).isEqualTo(DeliveryState.WAITING);
    assertThat(settled(due(7, 2), refused).state()).isEqualTo(DeliveryState.PARKED);
    assertThat(settled(due(7, 2), refused).reason()).contains("/stopReason");
  }

  @Test
  void aReceiverThatIsAwayNeverParksAVersion() {
    var settled = settled(due(5_000, 2), DOWN);

    assertThat(settled.state()).isEqualTo(DeliveryState.WAITING);
    assertThat(settled.refused()).isZero();
    assertThat(settled.nextAt()).isBetween(NOW.plusSeconds(300), NOW.plusSeconds(600));
  }

  @Test
  void aReceiverThatTakesNothingIsLeftAloneEverLongerAndOneThatTakesSomethingIsNot() {
    assertThat(Hold.after(List.of(DOWN, DOWN), 0, NOW, 1))
        .isEqualTo(new Hold(1, NOW.plusSeconds(2), "503"));
    assertThat(Hold.after(List.of(DOWN), 4, NOW, 1))
        .isEqualTo(new Hold(5, NOW.plusSeconds(32), "503"));
    assertThat(Hold.after(List.of(DOWN, ACCEPTED), 4, NOW, 1)).isEqualTo(new Hold(0, null, null));
    var asked = new Answer.Later(429, "429", Optional.of(Duration.ofMinutes(5)));
    assertThat(Hold.after(List.of(asked, ACCEPTED), 4, NOW, 1))
        .isEqualTo(new Hold(0, NOW.plusSeconds(300), "429"));
  }

  private static Answer answer(int status) {
    return Answer.of(status, Integer.toString(status), Optional.empty());
  }

  private static DueDelivery due(int attempts, int refusals) {
    return new DueDelivery(Ids.next(), Ids.next(), 1, attempts, refusals);
  }

  private static Settled settled(DueDelivery due, Answer answer) {
    return Settled.after(due, answer, NOW, 0.5);
  }
}
