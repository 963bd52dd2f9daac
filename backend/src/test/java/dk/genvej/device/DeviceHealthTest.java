package dk.genvej.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.shared.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceHealthTest {

  private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
  private static final ClientVersion OLDEST = ClientVersion.parse("1.2.0");

  private String client = "1.2.0";
  private Instant pulled = NOON.minusSeconds(600);
  private Instant pushed = null;
  private int waiting = 0;
  private int needAttention = 0;
  private Instant oldestWaiting = null;
  private Integer skew = null;
  private Instant revoked = null;
  private Instant wiped = null;

  @Test
  void heardOfWithinTheDayWithNothingWaitingItIsWell() {
    assertThat(health()).isEqualTo(DeviceHealth.OK);
    pulled = Instant.parse("2025-01-14T12:00:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.OK);
  }

  @Test
  void aDayAndAMinuteWithoutAWordIsSilence() {
    pulled = Instant.parse("2025-01-14T11:59:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.SILENT);
    pushed = Instant.parse("2025-01-14T12:30:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.OK);
    pulled = null;
    pushed = null;
    assertThat(health()).as("registered in December").isEqualTo(DeviceHealth.SILENT);
  }

  @Test
  void whatHasWaitedForMoreThanADayIsTold() {
    waiting = 2;
    oldestWaiting = Instant.parse("2025-01-14T12:00:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.OK);
    oldestWaiting = Instant.parse("2025-01-14T10:00:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.WAITING);
    waiting = 0;
    assertThat(health()).isEqualTo(DeviceHealth.OK);
  }

  /** An hour ahead, it says 12:30 of what was written at 11:30. */
  @Test
  void theAgeOfWhatWaitsIsReckonedByOurClock() {
    waiting = 1;
    oldestWaiting = Instant.parse("2025-01-14T12:30:00Z");
    skew = 3600;
    assertThat(health()).isEqualTo(DeviceHealth.WAITING);
    skew = -3600;
    oldestWaiting = Instant.parse("2025-01-14T11:30:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.OK);
  }

  @Test
  void theWorseHidesTheBetter() {
    pulled = Instant.parse("2025-01-02T12:00:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.SILENT);
    waiting = 3;
    oldestWaiting = Instant.parse("2025-01-02T10:00:00Z");
    assertThat(health()).isEqualTo(DeviceHealth.WAITING);
    needAttention = 1;
    assertThat(health()).isEqualTo(DeviceHealth.ATTENTION);
    client = "1.1.9";
    assertThat(health()).isEqualTo(DeviceHealth.OUTDATED);
    revoked = NOON;
    assertThat(health()).isEqualTo(DeviceHealth.REVOKED);
    wiped = NOON;
    assertThat(health()).isEqualTo(DeviceHealth.WIPED);
  }

  @Test
  void versionsAreOrderedByNumber() {
    assertThat(ClientVersion.parse("1.9.3")).isLessThan(ClientVersion.parse("1.10.0"));
    assertThat(ClientVersion.parse("1.2.10")).isGreaterThan(ClientVersion.parse("1.2.9"));
    assertThat(ClientVersion.parse("2.0.0")).isGreaterThan(ClientVersion.parse("1.99.99"));
    assertThat(ClientVersion.parse("1.2.0").olderThan(OLDEST)).isFalse();
    assertThat(ClientVersion.parse("1.2.0")).hasToString("1.2.0");
    assertThatThrownBy(() -> ClientVersion.parse("1.2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private DeviceHealth health() {
    var device =
        new Device(
            1,
            Ids.next(),
            Ids.next(),
            "Tavle 7",
            client,
            Instant.parse("2024-12-01T08:00:00Z"),
            pulled,
            pushed,
            waiting,
            needAttention,
            oldestWaiting,
            skew,
            revoked,
            revoked == null ? null : "Glemt i bussen",
            wiped,
            wiped == null ? null : 0,
            1);
    return DeviceHealth.of(device, OLDEST, NOON);
  }
}
