package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.notification.NotificationKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every sender does. */
abstract class PushSenderContract {

  abstract PushSender sender();

  /** Devices of which this one's app is gone. */
  abstract Push toADeadDevice();

  abstract Push toALivingDevice(String name);

  @Test
  void whatItTakesItAnswersInTheSameOrder() {
    var results =
        sender().send(List.of(toALivingDevice("first"), toADeadDevice(), toALivingDevice("third")));

    assertThat(results)
        .containsExactly(
            new SendResult.Accepted(),
            new SendResult.DeadToken(PushProblem.UNREGISTERED),
            new SendResult.Accepted());
  }

  @Test
  void nothingToSendIsAnsweredWithNothing() {
    assertThat(sender().send(List.of())).isEmpty();
  }

  @Test
  void itTakes500AtOnceAndNotOneMore() {
    var pushes = IntStream.rangeClosed(0, PushSender.MOST).mapToObj(i -> toALivingDevice("d" + i));
    var tooMany = pushes.toList();

    assertThat(sender().send(tooMany.subList(0, PushSender.MOST)))
        .hasSize(500)
        .containsOnly(new SendResult.Accepted());
    assertThatThrownBy(() -> sender().send(tooMany)).isInstanceOf(IllegalArgumentException.class);
  }

  static Push push(String device) {
    return FcmFixture.push(NotificationKind.N4, device);
  }
}
