package dk.genvej.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.CodeEntry;
import dk.genvej.shared.Registry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FollowUpResultTest {

  @Test
  void theResultsAreFsiiisFourInOrder() {
    var rows = Registry.read("follow-up-results.json", CodeEntry.class);

    assertThat(rows)
        .extracting(CodeEntry::code)
        .containsExactlyElementsOf(Arrays.stream(FollowUpResult.values()).map(Enum::name).toList());
    assertThat(rows).extracting(CodeEntry::legacy).containsExactly("E1", "E2", "E3", "E4");
  }
}
