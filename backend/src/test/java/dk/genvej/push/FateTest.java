package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.notification.NotificationKind;
import dk.genvej.notification.PushPreference;
import dk.genvej.notification.QuietHours;
import dk.genvej.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FateTest {

  /** Ten in the evening in Denmark. */
  private static final Instant NOW = Instant.parse("2025-01-15T21:00:00Z");

  private static final double CHANCE = 0.5;

  @Test
  void whatIsDueAndWantedIsSent() {
    assertThat(before(push("N4", "token", false, false, NOW), PushPreference.NOTHING_CHOSEN))
        .isEmpty();
  }

  @Test
  void whatWasReadOrHasNowhereToGoOrIsTooOldIsDropped() {
    var chosen = PushPreference.NOTHING_CHOSEN;
    assertThat(why(push("N4", "token", true, false, NOW), chosen))
        .isEqualTo(PushProblem.NOT_NEEDED);
    assertThat(why(push("N4", null, false, false, NOW), chosen)).isEqualTo(PushProblem.NO_TOKEN);
    assertThat(why(push("N4", "token", false, true, NOW), chosen)).isEqualTo(PushProblem.NO_TOKEN);
    var yesterday = NOW.minus(Fate.WORTH_IT);
    assertThat(why(push("N4", "token", false, false, yesterday), chosen))
        .isEqualTo(PushProblem.EXPIRED);
    assertThat(before(push("N4", "token", false, false, yesterday.plusMillis(1)), chosen))
        .isEmpty();
  }

  @Test
  void aMutedKindIsDroppedAndQuietHoursPutOff() {
    var quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    var chosen = new PushPreference(Set.of(NotificationKind.N8), quiet);

    assertThat(why(push("N8", "token", false, false, NOW), chosen)).isEqualTo(PushProblem.MUTED);
    var put = before(push("N6", "token", false, false, NOW), chosen).orElseThrow();
    assertThat(put.state()).isEqualTo(PushState.WAITING);
    assertThat(put.nextAt()).isEqualTo(Instant.parse("2025-01-16T06:00:00Z"));
    assertThat(put.sent()).isFalse();
  }

  @Test
  void everyResultHasItsFate() {
    assertThat(after(new SendResult.Accepted()).state()).isEqualTo(PushState.ACCEPTED);
    assertThat(after(new SendResult.Rejected(PushProblem.MESSAGE_INVALID)).state())
        .isEqualTo(PushState.REJECTED);
    var dead = new SendResult.DeadToken(PushProblem.UNREGISTERED);
    assertThat(Fate.of(dead, 0, false, NOW, CHANCE).state()).isEqualTo(PushState.DEAD);
    assertThat(Fate.of(dead, 0, true, NOW, CHANCE))
        .isEqualTo(new Fate(PushState.WAITING, NOW, PushProblem.UNREGISTERED, true));
    var later = new SendResult.RetryAfter(PushProblem.DEVICE_QUOTA, Duration.ofMinutes(3), false);
    assertThat(after(later).nextAt()).isBetween(NOW.plusSeconds(180), NOW.plusSeconds(199));
    var none = new SendResult.Unavailable(PushProblem.NETWORK);
    assertThat(Fate.of(none, 3, false, NOW, CHANCE).nextAt())
        .isBetween(NOW.plusSeconds(4 * 60), NOW.plusSeconds(8 * 60));
  }

  private static Fate after(SendResult result) {
    return Fate.of(result, 0, false, NOW, CHANCE);
  }

  private static Optional<Fate> before(PushRow push, PushPreference chosen) {
    return Fate.unsent(push, chosen, NOW);
  }

  private static PushProblem why(PushRow push, PushPreference chosen) {
    var fate = before(push, chosen).orElseThrow();
    assertThat(fate.state()).isEqualTo(PushState.DROPPED);
    assertThat(fate.sent()).isFalse();
    return fate.problem();
  }

  private static PushRow push(
      String kind, String token, boolean needless, boolean shutOut, Instant madeAt) {
    return new PushRow(
        Ids.next(), Ids.next(), Ids.next(), kind, 0, madeAt, needless, shutOut, token);
  }
}
