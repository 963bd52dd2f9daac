package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Server-sent events over HTTP, as a browser hears them. */
class InboxEventsApiTest {

  private final PushStage stage = new PushStage();
  private final World world = stage.world;
  private final InboxStreams streams = TestServer.running().context().getBean(InboxStreams.class);
  private final java.util.ArrayList<EventStream> opened = new java.util.ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(EventStream::close);
  }

  private EventStream listen(TestUser user) {
    return open(EventStream.of(TestServer.running().issuer().token(user), null));
  }

  private EventStream open(EventStream stream) {
    opened.add(stream);
    stream.await("beat");
    return stream;
  }

  @Test
  void anOpenBrowserHearsOfItsOwnMessagesOnceByKindAndIdAlone() {
    var annas = listen(world.anna);
    var astas = listen(world.asta);
    var told = stage.tell(world.anna, "N4");

    streams.look();
    streams.look();
    stage.tell(world.asta, "N5");
    streams.look();

    assertThat(astas.await("told").data()).contains("\"N5\"").doesNotContain(told.toString());
    var event = annas.await("told");
    assertThat(event.id()).isEqualTo(told.toString());
    assertThat(event.json()).hasToString("{\"kind\":\"N4\",\"id\":\"" + told + "\"}");
    assertThat(annas.heard("told")).hasSize(1);
    assertThat(annas.contentType()).startsWith("text/event-stream");
    assertThat(annas.header("Cache-Control")).isEqualTo("no-store");
    assertThat(disclosed()).as("no citizen is shown").isEqualTo("0");
  }

  @Test
  void whatWasToldBeforeStandsInTheInboxAndIsNotToldAgain() {
    stage.tell(world.anna, "N1");
    var annas = listen(world.anna);
    var after = stage.tell(world.anna, "N4");

    streams.look();

    assertThat(annas.await("told").id()).isEqualTo(after.toString());
    assertThat(annas.heard("told")).hasSize(1);
  }

  @Test
  void whoComesBackHearsWhatWasToldSinceTheLastAndIsUnread() {
    stage.tell(world.anna, "N1");
    var last = stage.tell(world.anna, "N2");
    world.on("2025-01-15", "10:05");
    var read = stage.tell(world.anna, "N3");
    var missed = stage.tell(world.anna, "N4");
    world.past("update notification set read_at = now() where id = '" + read + "'");
    world.on("2025-01-15", "12:00");

    var annas = open(EventStream.of(TestServer.running().issuer().token(world.anna), last));
    var later = stage.tell(world.anna, "N5");
    streams.look();

    annas.awaitTold(2);
    assertThat(annas.heard("told"))
        .extracting(EventStream.Heard::id)
        .containsExactly(missed.toString(), later.toString());
  }

  /** Somebody else's message as the last one is as good as none. */
  @Test
  void theLastOfAnotherTellsNothing() {
    var others = stage.tell(world.asta, "N2");
    world.on("2025-01-15", "10:05");
    stage.tell(world.anna, "N4");

    var annas = open(EventStream.of(TestServer.running().issuer().token(world.anna), others));
    streams.look();

    assertThat(annas.heard("told")).isEmpty();
  }

  /** Its transaction began before the last look and ended after it. */
  @Test
  void whatWasSeenLateIsToldAllTheSame() {
    var annas = listen(world.anna);
    world.on("2025-01-15", "10:00");
    streams.look();
    var late = stage.tell(world.anna, "N4");
    world.past(
        "update notification set sent_at = sent_at - interval '30 seconds' where id = '"
            + late
            + "'");

    streams.look();

    assertThat(annas.await("told").id()).isEqualTo(late.toString());
  }

  @Test
  void aTokenThatExpiresEndsItsStream() {
    var soon = Date.from(Instant.now().plusSeconds(2));
    var token =
        TestServer.running().issuer().token(world.anna, claims -> claims.expirationTime(soon));
    var annas = open(EventStream.of(token, null));
    var other = listen(world.anna);

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              streams.look();
              return annas.ended();
            });

    assertThat(annas.await("end").data()).isEqualTo("EXPIRED");
    assertThat(other.ended()).isFalse();
  }

  @Test
  void theSixthStreamOfAPersonEndsTheFirst() {
    var first = listen(world.anna);
    var others = List.of(1, 2, 3, 4).stream().map(_ -> listen(world.anna)).toList();
    var someoneElse = listen(world.asta);
    assertThat(first.ended()).isFalse();

    var sixth = listen(world.anna);

    assertThat(first.await("end").data()).isEqualTo("REPLACED");
    assertThat(others).noneMatch(EventStream::ended);
    assertThat(sixth.ended()).isFalse();
    assertThat(someoneElse.ended()).isFalse();
  }

  @Test
  void aBlockedPersonsStreamEndsWithinAMinute() {
    var annas = listen(world.anna);
    world.past("update app_user set blocked_at = now() where municipality_id = :m");

    streams.endBlocked(Instant.now().plus(Duration.ofMinutes(2)));

    assertThat(annas.await("end").data()).isEqualTo("BLOCKED");
  }

  @Test
  void aBrowserThatLeavesIsForgotten() {
    int before = streams.open();
    var annas = listen(world.anna);
    assertThat(streams.open()).isEqualTo(before + 1);

    annas.close();

    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> gone(before));
  }

  private boolean gone(int before) {
    // A closed connection shows when it is written to.
    stage.tell(world.anna, "N4");
    streams.look();
    return streams.open() == before;
  }

  @Test
  void eventsComeAtOnceAlsoToWhoAsksForCompression() {
    var annas = open(EventStream.compressed(TestServer.running().issuer().token(world.anna)));
    var told = stage.tell(world.anna, "N4");

    streams.look();

    assertThat(annas.await("told").id()).isEqualTo(told.toString());
  }

  @Test
  void theStreamIsForWhomTheInboxIs() {
    Api.as(world.lars).get("/inbox/events").refused(403, "ROLE_NOT_ALLOWED");
    Api.withToken(null).get("/inbox/events").refused(401, "UNAUTHENTICATED");
    Api.as(world.anna)
        .unjudged()
        .with("Last-Event-ID", "not-an-id")
        .get("/inbox/events")
        .refused(400, "PARAMETER_INVALID");
    world.past("update app_user set blocked_at = now() where municipality_id = :m");
    Api.as(world.anna).get("/inbox/events").refused(403, "USER_BLOCKED");
  }

  /** Whoever is woken by a push and hears of it here meets one id. */
  @Test
  void pushAndEventNameTheSameMessage() {
    stage.device(world.anna, "tablet");
    var annas = listen(world.anna);
    var pushed = new java.util.ArrayList<UUID>();
    var told = stage.tell(world.anna, "N4");

    PushStage.dispatch(
            pushes -> {
              pushes.forEach(push -> pushed.add(push.wake().id()));
              return pushes.stream().<SendResult>map(_ -> new SendResult.Accepted()).toList();
            })
        .deliver(world.municipality);
    streams.look();

    assertThat(pushed).containsExactly(told);
    assertThat(annas.await("told").id()).isEqualTo(told.toString());
    assertThat(Api.as(world.anna).get("/inbox").ok().at("/items/0/id")).isEqualTo(told.toString());
  }

  private String disclosed() {
    return world.value(
        "select count(*) from access_log where municipality_id = :m and operation = 'streamInbox'");
  }
}
