package dk.genvej.http;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is short enough to be held whole, as code lists and units are.
 *
 * @param next the cursor of the page after, or null on the last
 */
public record Pages<T>(List<T> items, @Nullable String next) {

  private static final UUID UNUSED = new UUID(0, 0);

  public Pages {
    items = List.copyOf(items);
  }

  /**
   * @param all in their order
   * @param key names an item in the list and no other
   */
  public static <T> Pages<T> of(
      List<T> all, @Nullable String cursor, @Nullable Integer limit, Function<T, String> key) {
    int most = limit == null ? 50 : limit;
    int from = cursor == null ? 0 : after(all, Cursors.parse(cursor, "").value(), key);
    var rest = all.subList(from, all.size());
    return new Pages<>(
        Cursors.page(rest, most),
        Cursors.next(rest, most, last -> new Cursors(key.apply(last), UNUSED)));
  }

  private static <T> int after(List<T> all, String value, Function<T, String> key) {
    return IntStream.range(0, all.size())
            .filter(i -> key.apply(all.get(i)).equals(value))
            .findFirst()
            .orElseThrow(() -> RefusalException.of(ProblemCode.CURSOR_INVALID))
        + 1;
  }
}
