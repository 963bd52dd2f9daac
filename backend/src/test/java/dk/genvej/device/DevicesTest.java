package dk.genvej.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.access.Identity;
import dk.genvej.api.model.PullRequest;
import dk.genvej.shared.Ids;
import dk.genvej.shared.RefusalException;
import dk.genvej.testing.Api;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The gate that sync asks in every request, and what a device says of itself. */
class DevicesTest {

  private final World world = new World().on("2025-01-15");
  private final UUID tablet = Ids.next();
  private final Devices devices = TestServer.running().context().getBean(Devices.class);

  @Test
  void standingIsEachPersonsOwn() {
    register(world.anna);

    assertThat(standing(world.anna)).isEqualTo(new Standing.Registered());
    assertThat(standing(world.sofie)).isEqualTo(new Standing.Unknown());
    assertThat(standing(new World().anna)).isEqualTo(new Standing.Unknown());
  }

  @Test
  void aRevokedDeviceIsRefusedInTheVeryNextRequestOfAnybody() {
    register(world.anna);
    within(world.anna, work -> devices.pulling(work, new PullRequest(tablet, "1.0.0")));

    Api.as(world.adam)
        .post("/devices/" + tablet + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();

    refused(world.anna, "1.0.0", "DEVICE_REVOKED");
    refused(world.sofie, "1.0.0", "DEVICE_REVOKED");
    assertThat(standing(world.anna))
        .isEqualTo(
            new Standing.Revoked(Instant.parse("2025-01-15T09:00:00Z"), "Glemt i bussen", false));
  }

  @Test
  void whoHasNotRegisteredOrHasAnOldClientIsGivenNothing() {
    refused(world.anna, "1.0.0", "DEVICE_NOT_REGISTERED");
    register(world.anna);
    refused(world.anna, "0.99.0", "CLIENT_TOO_OLD");
    assertThat(devices.oldestClient()).isEqualTo("1.0.0");
  }

  @Test
  void aPullThatSaysNothingNewWithinAMinuteWritesNothing() {
    register(world.anna);
    var report = new PullRequest(tablet, "1.0.1").waiting(3).needAttention(1);
    pull(report);
    var first = row();

    world.on("2025-01-15", "10:00:59");
    pull(report);
    assertThat(row()).isEqualTo(first);
    world.on("2025-01-15", "10:01");
    pull(report);
    assertThat(row()).isNotEqualTo(first);
    var second = row();
    pull(new PullRequest(tablet, "1.0.1").waiting(2).needAttention(1));
    assertThat(row()).isNotEqualTo(second).contains(" 2 1 1.0.1");
    pull(new PullRequest(tablet, "1.0.1"));
    assertThat(row()).contains(" 0 0 1.0.1");
    assertThat(world.value("select version from device where municipality_id = :m")).isEqualTo("1");
    var statements =
        QueryCount.during(() -> pull(new PullRequest(tablet, "1.0.2"))).stream()
            .filter(sql -> sql.contains("device set"))
            .toList();
    assertThat(statements).hasSize(1);
  }

  @Test
  void aPushTellsHowFarTheClockIsAhead() {
    register(world.anna);

    push(Instant.parse("2025-01-15T09:06:00Z"));
    assertThat(skew()).isEqualTo("360");
    push(null);
    assertThat(skew()).isEqualTo("360");
    push(Instant.parse("1925-01-15T09:06:00Z"));
    assertThat(skew()).isEqualTo("-1000000000");
  }

  private void register(TestUser user) {
    Api.as(user)
        .post("/devices", Map.of("id", tablet, "name", "Tavle 7", "clientVersion", "1.0.0"))
        .created();
  }

  private Standing standing(TestUser user) {
    return asking(user, work -> devices.standing(work, tablet));
  }

  private void pull(PullRequest report) {
    within(world.anna, work -> devices.pulling(work, report));
  }

  private void push(Instant sentAt) {
    within(world.anna, work -> devices.pushed(work, tablet, sentAt));
  }

  private String row() {
    return world.value(
        "select last_pulled_at || ' ' || waiting || ' ' || need_attention || ' ' || client_version"
            + " from device where municipality_id = :m");
  }

  private String skew() {
    return world.value("select clock_skew from device where municipality_id = :m");
  }

  private void refused(TestUser user, String client, String code) {
    assertThatThrownBy(
            () -> within(user, work -> devices.pulling(work, new PullRequest(tablet, client))))
        .isInstanceOf(RefusalException.class)
        .hasMessage(code);
  }

  private void within(TestUser user, Consumer<Work> body) {
    asking(
        user,
        work -> {
          body.accept(work);
          return tablet;
        });
  }

  private static <T> T asking(TestUser user, Function<Work, T> body) {
    var identity = new Identity(user.municipality(), user.subject(), user.name(), user.roles());
    var envelope = Envelope.command("pullChanges", Ids.next(), false);
    return TestServer.running()
        .context()
        .getBean(Transactions.class)
        .read(identity, envelope, body);
  }
}
