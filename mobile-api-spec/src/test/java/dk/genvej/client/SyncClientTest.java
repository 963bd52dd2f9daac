package dk.genvej.client;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.MutationPath;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.client.SyncReport.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncClientTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
  private static final Device DEVICE = new Device(UUID.randomUUID(), "Tavle 7", "1.2.0");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-02-11T09:00:00Z"));

  @TempDir Path home;

  private final FakeServer server = new FakeServer();
  private final UUID anna = UUID.randomUUID();
  private SyncClient client;

  @BeforeEach
  void open() throws IOException {
    client = client(anna, server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void whatIsRecordedWithoutCoverageIsThereAfterAStopAndSentInOrder() throws IOException {
    var first = note("et");
    var second = note("to");
    client.close();
    open();

    assertThat(client.status().waiting()).isEqualTo(2);
    assertThat(client.sync().end()).isEqualTo(End.DONE);
    assertThat(server.arrived).containsExactly(first, second);
    assertThat(client.acknowledged()).containsOnlyKeys(first, second);
    assertThat(client.status().sentence(ZONE)).isEqualTo("you have everything up to 10:42; 0 wait");
  }

  @Test
  void aLostAnswerIsAskedForAgainAndNothingIsDoubled() throws IOException {
    var lost =
        client(
            UUID.randomUUID(),
            call -> {
              server.send(call);
              throw new IOException("lost");
            });
    lost.record(write("et"));
    assertThat(lost.sync().end()).isEqualTo(End.NO_NETWORK);
    assertThat(lost.mutations())
        .extracting(QueuedMutation::state)
        .containsExactly(MutationState.SENT);
    assertThat(lost.status().sentence(ZONE)).isEqualTo("you have nothing yet; 1 waits");
    lost.close();
    assertThat(server.landed).hasSize(1);
  }

  @Test
  void twelveHundredGoInThreeRequests() throws IOException {
    for (int i = 0; i < 1_200; i++) {
      note("nr. " + i);
    }
    assertThat(client.sync().answered()).isEqualTo(1_200);
    assertThat(server.calls).filteredOn("/sync/push"::equals).hasSize(3);
  }

  @Test
  void oneThatNobodyCanReadHoldsUpNoOther() throws IOException {
    for (int i = 0; i < 20; i++) {
      note("nr. " + i);
    }
    var poison = note("gift");
    note("efter");
    server.unreadable.add("gift");

    assertThat(client.sync().end()).isEqualTo(End.DONE);
    assertThat(server.landed).hasSize(21);
    assertThat(state(poison)).isEqualTo(MutationState.NEEDS_ATTENTION);
    assertThat(client.status().sentence(ZONE)).endsWith("0 wait; 1 needs you");
  }

  @Test
  void whatRestsOnAnUndecidedOneWaitsUntilThePersonDecides() throws IOException {
    var goal = note("mål");
    server.outcomes.put(goal, MutationOutcome.CONFLICT);
    client.sync();
    var score = client.record(write("score").after(goal));
    var last = client.record(write("derefter").after(score));
    client.sync();
    assertThat(server.arrived).containsExactly(goal);

    client.letGo(goal);
    client.sync();
    assertThat(server.arrived).containsExactly(goal, score, last);
  }

  @Test
  void aHeldOneIsAskedAboutOnceItIsHeldNoLonger() throws IOException {
    var held = note("holdt");
    server.outcomes.put(held, MutationOutcome.HELD);
    server.held.add(held);
    client.sync();
    assertThat(client.status().held()).isEqualTo(1);

    server.held.clear();
    server.outcomes.clear();
    client.sync();
    assertThat(state(held)).isEqualTo(MutationState.ACKNOWLEDGED);
  }

  @Test
  void aRestoredServerIsOfferedEverythingAgain() throws IOException {
    server.citizens.addAll(List.of(citizen(), citizen(), citizen()));
    var first = note("et");
    client.sync();
    var second = note("to");
    client.sync();
    server.landed.clear();
    server.epoch = UUID.randomUUID();

    assertThat(client.sync().end()).isEqualTo(End.DONE);
    assertThat(server.landed).containsExactlyInAnyOrder(first, second);
    assertThat(client.citizens()).hasSize(3);
    assertThat(client.status().waiting()).isZero();
  }

  @Test
  void afterNinetyDaysAnAcknowledgedOneIsForgottenWhateverTheTabletsClockSays() throws IOException {
    note("gammel");
    client.sync();
    client.compact();
    assertThat(client.mutations()).hasSize(1);

    server.time = FakeServer.NOW.plusDays(91);
    client.sync();
    client.compact();
    assertThat(client.mutations()).isEmpty();
    assertThat(client.acknowledged()).hasSize(1);
  }

  @Test
  void aRevokedDeviceHandsInErasesAndConfirms() throws IOException {
    server.citizens.add(citizen());
    var refused = note("afvist");
    server.outcomes.put(refused, MutationOutcome.REJECTED);
    client.sync();
    note("usendt");
    server.revoked = true;

    assertThat(client.sync().end()).isEqualTo(End.ERASED);
    assertThat(server.arrived).filteredOn(refused::equals).hasSize(2);
    assertThat(server.confirmations).isEqualTo(1);
    assertThat(client.erasureConfirmed()).isTrue();
    try (var files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactly("erased");
    }
  }

  @Test
  void aRevokedDeviceErasesNothingWhileItCannotHandIn() throws IOException {
    note("usendt");
    server.revoked = true;
    var calls = new ArrayList<String>();
    client.close();
    client =
        client(
            anna,
            call -> {
              calls.add(call.path());
              throw new IOException("no coverage");
            });
    assertThat(client.sync().end()).isEqualTo(End.NO_NETWORK);
    assertThat(client.status().waiting()).isEqualTo(1);
    assertThat(calls).containsExactly("/sync/push");
  }

  @Test
  void anErasureThatWasStoppedIsFinishedAndConfirmedLater() throws IOException {
    note("usendt");
    server.revoked = true;
    client.close();
    client =
        client(
            anna,
            call -> {
              if (call.path().endsWith("wipe-receipt")) {
                throw new IOException("no coverage");
              }
              return server.send(call);
            });
    assertThat(client.sync().end()).isEqualTo(End.ERASED);
    assertThat(client.erasureConfirmed()).isFalse();
    client.close();
    open();
    assertThat(client.erased()).isTrue();
    assertThat(client.sync().end()).isEqualTo(End.ERASED);
    assertThat(client.erasureConfirmed()).isTrue();
  }

  @Test
  void anOldProgramSendsAndGetsNothing() throws IOException {
    server.tooOld = true;
    note("et");
    assertThat(client.sync().end()).isEqualTo(End.CLIENT_TOO_OLD);
    assertThat(server.landed).hasSize(1);
  }

  @Test
  void anUnknownDeviceRegistersAndGoesOn() throws IOException {
    server.registered = false;
    note("et");
    assertThat(client.sync().end()).isEqualTo(End.DONE);
    assertThat(server.calls).startsWith("/sync/push", "/devices", "/sync/push");
  }

  @Test
  void twoPeopleOnOneDeviceHaveTheirOwn() throws IOException {
    note("Annas");
    try (var bo = client(UUID.randomUUID(), server)) {
      assertThat(bo.status().waiting()).isZero();
      server.citizens.add(citizen());
      bo.sync();
      assertThat(bo.citizens()).hasSize(1);
    }
    assertThat(client.status().waiting()).isEqualTo(1);
    assertThat(client.citizens()).isEmpty();
  }

  @Test
  void onAnyNetworkEverythingArrivesOnce() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      var theServer = new FakeServer();
      theServer.citizens.addAll(List.of(citizen(), citizen(), citizen(), citizen(), citizen()));
      var network = new BadNetwork(theServer, seed, 0.5);
      try (var bad = client(UUID.randomUUID(), network)) {
        var recorded = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
          recorded.add(bad.record(write("nr. " + i)));
          bad.sync();
        }
        network.settle();
        while (bad.sync().end() != End.DONE) {}
        assertThat(theServer.landed)
            .as("seed %d", seed)
            .containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(bad.acknowledged().keySet()).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(bad.citizens()).hasSize(5);
      }
    }
  }

  private SyncClient client(UUID user, Transport transport) throws IOException {
    return SyncClient.open(home, user, DEVICE, transport, CLOCK);
  }

  private UUID note(String text) throws IOException {
    return client.record(write(text));
  }

  private static Write write(String text) {
    return Write.of("addNote", new MutationPath(), Map.of("text", text));
  }

  private MutationState state(UUID id) {
    return client.mutations().stream()
        .filter(m -> m.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static SyncedCitizen citizen() {
    return new SyncedCitizen(UUID.randomUUID(), true, UUID.randomUUID());
  }
}
