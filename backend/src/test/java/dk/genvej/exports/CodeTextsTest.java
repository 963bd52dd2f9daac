package dk.genvej.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CodeRegistry;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.CodeEntry;
import dk.genvej.testing.World;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeTextsTest {

  private final World world = new World();

  /** They stand in SQL for tools that read no API, and must not part from the code lists. */
  @Test
  void codesOfTheDatasetHaveTheTextsOfTheCodeLists() {
    var registry = new CodeRegistry();

    assertThat(codes("stop_reason")).isEqualTo(titles(registry.stopReasons()));
    assertThat(codes("follow_up_result")).isEqualTo(titles(registry.followUpResults()));
    assertThat(codes("referral_reason"))
        .isEqualTo(titles(CodeRegistry.read("referral-reasons.json", CodeEntry.class)));
    for (var basis : LegalBasis.values()) {
      assertThat(codes("legal_basis")).contains(basis.name() + " " + basis.title().da());
    }
  }

  private String codes(String column) {
    return world.value(
        "select string_agg(code || ' ' || title, ',' order by position) from dim_code where"
            + " column_name = '"
            + column
            + "'");
  }

  private static String titles(List<CodeEntry> list) {
    return list.stream()
        .map(one -> one.code() + " " + one.title().da())
        .collect(Collectors.joining(","));
  }
}
