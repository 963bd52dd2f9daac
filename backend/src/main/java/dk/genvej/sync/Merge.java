package dk.genvej.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts two edits together that rest on the same version, property by property (R11): what only one
 * of them changed is taken from that one, and what both changed to the same is no clash.
 *
 * <pre>
 *          base    mine    current    →
 * target   7       7       5          5         only theirs changed
 * measure  bath    walk    bath       walk      only mine changed
 * words    a       b       c          clash     both, to different values
 * </pre>
 */
sealed interface Merge {

  /**
   * @param others whether the other edit had changed anything that mine had not
   */
  record Merged(ObjectNode edit, boolean others) implements Merge {}

  record Clashed(List<Clash> clashes) implements Merge {}

  /** A property that both changed; null where it is not set. */
  record Clash(
      String property,
      @Nullable JsonNode base,
      @Nullable JsonNode mine,
      @Nullable JsonNode current) {}

  static Merge of(JsonNode base, JsonNode mine, JsonNode current) {
    var merged = JsonNodeFactory.instance.objectNode();
    var clashes = new ArrayList<Clash>();
    boolean others = false;
    for (var property : properties(base, mine, current)) {
      var one = new Clash(property, base.get(property), mine.get(property), current.get(property));
      if (clash(one)) {
        clashes.add(one);
      }
      var value = same(one.base(), one.mine()) ? one.current() : one.mine();
      others |= !same(one.base(), one.current()) && !same(one.mine(), one.current());
      if (value != null) {
        merged.set(property, value);
      }
    }
    return clashes.isEmpty() ? new Merged(merged, others) : new Clashed(clashes);
  }

  /** Every property that mine changes, beside what stands: for when the sum of both is refused. */
  static List<Clash> changes(JsonNode base, JsonNode mine, JsonNode current) {
    return properties(base, mine, current).stream()
        .map(name -> new Clash(name, base.get(name), mine.get(name), current.get(name)))
        .filter(one -> !same(one.base(), one.mine()))
        .toList();
  }

  private static boolean clash(Clash one) {
    return !same(one.base(), one.mine())
        && !same(one.base(), one.current())
        && !same(one.mine(), one.current());
  }

  private static TreeSet<String> properties(JsonNode... edits) {
    var names = new TreeSet<String>();
    for (var edit : edits) {
      edit.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** The same value, however it is spelled: 60 and 60.0, one instant with two offsets. */
  static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (one == null || other == null || one.isNull() || other.isNull()) {
      return absent(one) && absent(other);
    }
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isTextual() && other.isTextual()) {
      return one.equals(other) || sameInstant(one.textValue(), other.textValue());
    }
    return one.equals(other);
  }

  private static boolean absent(@Nullable JsonNode value) {
    return value == null || value.isNull();
  }

  /** As the contract writes a time. */
  Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

  private static boolean sameInstant(String one, String other) {
    try {
      return TIME.matcher(one).matches()
          && TIME.matcher(other).matches()
          && OffsetDateTime.parse(one).isEqual(OffsetDateTime.parse(other));
    } catch (java.time.DateTimeException noSuchDay) {
      return false;
    }
  }
}
