package dk.genvej.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two edits of one version, put together property by property. */
class MergeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES = List.of("target", "measure", "words", "unit");
  private static final int CASES = 20_000;

  @Test
  void differentPropertiesAreBothTaken() {
    var merge =
        Merge.of(
            json("{'target': 7, 'measure': 'bath'}"),
            json("{'target': 7, 'measure': 'walk'}"),
            json("{'target': 5, 'measure': 'bath'}"));

    assertThat(merge).isEqualTo(new Merge.Merged(json("{'measure': 'walk', 'target': 5}"), true));
  }

  @Test
  void theSamePropertyToTwoValuesIsAClashAndNothingElseIs() {
    var merge =
        Merge.of(
            json("{'target': 7, 'measure': 'bath', 'unit': 'a'}"),
            json("{'target': 4, 'measure': 'walk'}"),
            json("{'target': 5, 'measure': 'walk', 'unit': 'a'}"));

    assertThat(merge).isInstanceOf(Merge.Clashed.class);
    var clashes = ((Merge.Clashed) merge).clashes();
    assertThat(clashes).extracting(Merge.Clash::property).containsExactly("target");
    assertThat(clashes.getFirst().base()).isEqualTo(json("7"));
    assertThat(clashes.getFirst().mine()).isEqualTo(json("4"));
    assertThat(clashes.getFirst().current()).isEqualTo(json("5"));
  }

  @Test
  void whatIsTakenAwayIsAChange() {
    assertThat(Merge.of(json("{'unit': 'a'}"), json("{}"), json("{'unit': 'a', 'x': 1}")))
        .isEqualTo(new Merge.Merged(json("{'x': 1}"), true));
    assertThat(Merge.of(json("{'unit': 'a'}"), json("{}"), json("{'unit': 'b'}")))
        .isInstanceOf(Merge.Clashed.class);
  }

  @Test
  void oneValueSpelledInTwoWaysIsOne() {
    assertThat(Merge.same(json("60"), json("60.0"))).isTrue();
    assertThat(Merge.same(json("'2025-03-30T03:30:00+02:00'"), json("'2025-03-30T01:30:00Z'")))
        .isTrue();
    assertThat(Merge.same(json("'2025-03-30'"), json("'2025-03-31'"))).isFalse();
    assertThat(Merge.same(json("'2025-02-31T00:00:00Z'"), json("'2025-03-03T00:00:00Z'")))
        .isFalse();
    assertThat(Merge.same(json("null"), null)).isTrue();
  }

  /** What must hold of any three: nobody's change is lost without a clash. */
  @Test
  void nothingIsOverwrittenSilently() {
    var random = new Random(20250220);
    for (int i = 0; i < CASES; i++) {
      var base = any(random);
      var mine = any(random);
      var current = any(random);
      switch (Merge.of(base, mine, current)) {
        case Merge.Merged(var edit, boolean others) -> {
          NAMES.forEach(name -> merged(name, base, mine, current, edit));
          assertThat(others || edit.equals(mine)).isTrue();
        }
        case Merge.Clashed(var clashes) ->
            assertThat(clashes)
                .isNotEmpty()
                .allMatch(
                    one ->
                        !Merge.same(one.base(), one.mine())
                            && !Merge.same(one.base(), one.current())
                            && !Merge.same(one.mine(), one.current()));
      }
    }
  }

  private static void merged(
      String name, JsonNode base, JsonNode mine, JsonNode current, JsonNode edit) {
    var value = edit.get(name);
    if (!Merge.same(base.get(name), mine.get(name))) {
      assertThat(Merge.same(value, mine.get(name))).isTrue();
    }
    if (!Merge.same(base.get(name), current.get(name))) {
      assertThat(Merge.same(value, current.get(name))).isTrue();
    }
    if (Merge.same(base.get(name), mine.get(name))
        && Merge.same(mine.get(name), current.get(name))) {
      assertThat(Merge.same(value, base.get(name))).isTrue();
    }
  }

  @Test
  void toMergeWithOneselfOrWithTheBaseChangesNothing() {
    var random = new Random(7);
    for (int i = 0; i < CASES; i++) {
      var base = any(random);
      var other = any(random);
      assertThat(Merge.of(base, other, base)).isEqualTo(new Merge.Merged(other, false));
      assertThat(((Merge.Merged) Merge.of(base, base, other)).edit()).isEqualTo(other);
      assertThat(((Merge.Merged) Merge.of(base, other, other)).edit()).isEqualTo(other);
    }
  }

  /** Few values, so that they often agree. */
  private static ObjectNode any(Random random) {
    var node = JSON.createObjectNode();
    for (var name : NAMES) {
      switch (random.nextInt(4)) {
        case 0 -> node.put(name, random.nextInt(3));
        case 1 -> node.put(name, "v" + random.nextInt(2));
        case 2 -> node.put(name, random.nextBoolean());
        default -> {}
      }
    }
    return node;
  }

  private static <T extends JsonNode> T json(String text) {
    try {
      @SuppressWarnings("unchecked")
      var read = (T) JSON.readTree(text.replace('\'', '"'));
      return read;
    } catch (JsonProcessingException failed) {
      throw new AssertionError(failed);
    }
  }
}
