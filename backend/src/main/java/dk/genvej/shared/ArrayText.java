package dk.genvej.shared;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arrays for a statement whose text is the same however many values it is given. */
public final class ArrayText {

  private ArrayText() {}

  /** Of ids, names or numbers: nothing that would need quoting. */
  public static String of(Collection<? extends @Nullable Object> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
