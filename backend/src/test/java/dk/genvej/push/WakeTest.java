package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.notification.NotificationKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WakeTest {

  private static final UUID ID = UUID.fromString("01944f3a-2c00-7d27-a055-735e800fd4b1");

  @Test
  void aWakeUpSaysKindAndIdAndNothingElse() {
    assertThat(new Wake(NotificationKind.N4, ID).data())
        .containsOnly(
            java.util.Map.entry("v", "1"),
            java.util.Map.entry("kind", "N4"),
            java.util.Map.entry("id", ID.toString()));
  }

  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void noneIsLargerThan256BytesAsJson(NotificationKind kind) throws Exception {
    var json = new ObjectMapper().writeValueAsBytes(new Wake(kind, ID).data());
    assertThat(json.length).isLessThanOrEqualTo(Wake.MOST_BYTES).isLessThan(80);
  }

  @Test
  void aTokenIsInNoText() {
    var push = new Push(new Wake(NotificationKind.N4, ID), "hemmelig");
    assertThat(push.toString()).doesNotContain("hemmelig");
  }
}
