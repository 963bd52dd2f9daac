package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.demo.fcm.Received;
import dk.genvej.demo.fcm.Trouble;
import dk.genvej.demo.fcm.Troubles;
import dk.genvej.notification.NotificationKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Admin SDK against a stand-in that speaks FCM v1, over real HTTP. */
class FcmSenderTest extends PushSenderContract {

  private static FcmFixture own;

  @BeforeAll
  static void start() throws IOException {
    own = new FcmFixture();
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @BeforeEach
  void allGoesWell() {
    own.fcm.with(Troubles.none());
  }

  @Override
  PushSender sender() {
    return own.sender;
  }

  @Override
  Push toADeadDevice() {
    own.fcm.uninstall(FcmStandIn.token("gone"));
    return push("gone");
  }

  @Override
  Push toALivingDevice(String name) {
    return push(name);
  }

  @Test
  void aSleepingTabletIsWokenAsEachVendorAsks() throws IOException {
    var push = FcmFixture.push(NotificationKind.N6, "tablet");
    own.sender.send(List.of(push));

    var message = new ObjectMapper().readTree(last().body()).get("message");

    assertThat(message.at("/token").asText()).isEqualTo(push.token());
    assertThat(message.at("/data/kind").asText()).isEqualTo("N6");
    assertThat(message.at("/data/id").asText()).isEqualTo(push.wake().id().toString());
    assertThat(message.at("/android/priority").asText()).isEqualTo("high");
    assertThat(message.at("/android/ttl").asText()).isEqualTo("259200s");
    assertThat(message.at("/android/collapse_key").asText()).isEqualTo("N6");
    assertThat(message.at("/apns/headers/apns-priority").asText()).isEqualTo("10");
    assertThat(message.at("/apns/headers/apns-collapse-id").asText()).isEqualTo("N6");
    assertThat(message.at("/apns/payload/aps/content-available").asInt()).isEqualTo(1);
    assertThat(message.at("/apns/payload/aps/mutable-content").asInt()).isEqualTo(1);
    assertThat(message.at("/apns/payload/aps/alert/loc-key").asText()).isEqualTo("GENVEJ_MESSAGE");
    assertThat(message.at("/webpush/headers/Urgency").asText()).isEqualTo("high");
    assertThat(message.at("/webpush/headers/Topic").asText()).isEqualTo("N6");
    var expires = Instant.ofEpochSecond(message.at("/apns/headers/apns-expiration").asLong());
    assertThat(expires).isAfter(Instant.now().plus(Duration.ofDays(2)));
  }

  /** FCM's table of errors, each as its documentation shows it. */
  @ParameterizedTest
  @CsvSource({
    "MESSAGE_INVALID, Rejected[problem=MESSAGE_INVALID]",
    "SENDER_ID_MISMATCH, Rejected[problem=SENDER_ID_MISMATCH]",
    "UNREGISTERED, DeadToken[problem=UNREGISTERED]",
    "PROJECT_QUOTA, 'RetryAfter[problem=PROJECT_QUOTA, delay=PT1M, everybody=true]'",
    "DEVICE_QUOTA, 'RetryAfter[problem=DEVICE_QUOTA, delay=PT3M, everybody=false]'",
    "INTERNAL, Unavailable[problem=INTERNAL]",
    "UNAVAILABLE_FOR_LONG, 'RetryAfter[problem=UNAVAILABLE, delay=PT5M, everybody=true]'",
    "SLOW, Accepted[]",
  })
  void everyRefusalIsOneOfFiveResults(Trouble trouble, String result) {
    own.fcm.with(_ -> trouble);

    assertThat(own.sender.send(List.of(push("device " + trouble))))
        .extracting(Object::toString)
        .containsExactly(result);
    assertThat(last().trouble()).isEqualTo(trouble);
  }

  @Test
  void aTokenThatIsNoneCostsTheDeviceItsToken() {
    var push = new Push(push("x").wake(), "not-a-token");

    assertThat(own.sender.send(List.of(push)))
        .containsExactly(new SendResult.DeadToken(PushProblem.TOKEN_INVALID));
  }

  @Test
  void anAccessTokenThatIsRefusedIsFetchedAnew() {
    own.sender.send(List.of(push("before")));
    own.fcm.expireAccess();

    assertThat(own.sender.send(List.of(push("after")))).containsExactly(new SendResult.Accepted());
  }

  @Test
  void accessThatIsAlwaysRefusedIsUnavailableAndNothingIsTaken() {
    own.fcm.with(_ -> Trouble.ACCESS_TOKEN_EXPIRED);

    assertThat(own.sender.send(List.of(push("void"))))
        .containsExactly(new SendResult.Unavailable(PushProblem.UNAUTHENTICATED));
    assertThat(last().taken()).isFalse();
  }

  @Test
  void aShortOutageIsOverComeByTheSdkItself() {
    var asked = new AtomicInteger();
    own.fcm.with(_ -> asked.incrementAndGet() == 1 ? Trouble.UNAVAILABLE : Trouble.NONE);

    assertThat(own.sender.send(List.of(push("brief")))).containsExactly(new SendResult.Accepted());
    assertThat(asked).hasValue(2);
  }

  /** However long the network or FCM keeps us waiting. */
  @Test
  void aBatchEndsInItsTimeAndThoseThatWereTakenAreTaken() throws IOException {
    try (var fcm = FcmStandIn.start(FcmFixture.PROJECT, Instant::now, 100);
        var hasty = FcmFixture.open(fcm, Duration.ofSeconds(30), Duration.ofSeconds(1))) {
      hasty.send(List.of(push("warm")));
      var silent = FcmStandIn.token("silent");
      var down = FcmStandIn.token("down");
      fcm.with(
          token ->
              token.equals(silent)
                  ? Trouble.TIME_OUT
                  : token.equals(down) ? Trouble.UNAVAILABLE : Trouble.NONE);
      long began = System.nanoTime();

      var results = hasty.send(List.of(push("silent"), push("well"), push("down")));

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
      assertThat(results.get(0)).isInstanceOf(SendResult.Unavailable.class);
      assertThat(results.get(1)).isEqualTo(new SendResult.Accepted());
      assertThat(results.get(2))
          .as("FCM's own answer, or NETWORK where the SDK was in the midst of asking again")
          .isIn(
              new SendResult.Unavailable(PushProblem.UNAVAILABLE),
              new SendResult.Unavailable(PushProblem.NETWORK));
      assertThat(hasty.send(List.of(push("well"))))
          .as("the next batch is not touched by it")
          .containsExactly(new SendResult.Accepted());
    }
  }

  /** The SDK does not send again what broke: whether it was taken nobody knows. */
  @Test
  void aBrokenConnectionIsUnavailableAndAskedOnce() {
    for (var trouble : List.of(Trouble.RESET, Trouble.ANSWER_LOST)) {
      var asked = own.fcm.received().size();
      own.fcm.with(_ -> trouble);

      assertThat(own.sender.send(List.of(push("broken " + trouble))))
          .containsExactly(new SendResult.Unavailable(PushProblem.NETWORK));
      assertThat(own.fcm.received()).hasSize(asked + 1);
      assertThat(last().taken()).isEqualTo(trouble == Trouble.ANSWER_LOST);
    }
  }

  @Test
  void anFcmThatIsNotThereIsUnavailable() throws IOException {
    var fcm = FcmStandIn.start(FcmFixture.PROJECT, Instant::now, 1);
    try (var sender = FcmFixture.open(fcm, Duration.ofSeconds(1), Duration.ofSeconds(1))) {
      fcm.close();

      assertThat(sender.send(List.of(push("nobody"))))
          .allMatch(SendResult.Unavailable.class::isInstance);
    }
  }

  @Test
  void aKeyOfAnotherAccountIsUnauthenticatedAndNothingIsSent() throws IOException {
    var foreign = own.fcm.keyFile().replace("genvej@", "other@");
    var file = FcmFixture.keyFile(foreign);
    var before = own.fcm.received().size();
    try (var sender = FcmFixture.open(own.fcm, file)) {
      assertThat(sender.send(List.of(push("foreign"))))
          .containsExactly(new SendResult.Unavailable(PushProblem.UNAUTHENTICATED));
    }
    assertThat(own.fcm.received()).hasSize(before);
  }

  @Test
  void noMoreThanSoManyAreUnderWayAtOnce() {
    var many = IntStream.range(0, 100).mapToObj(i -> push("many" + i)).toList();
    own.fcm.with(_ -> Trouble.SLOW);

    own.sender.send(many);

    assertThat(own.fcm.mostAtOnce()).isBetween(2, 16);
  }

  private static Received last() {
    return own.fcm.received().getLast();
  }
}
