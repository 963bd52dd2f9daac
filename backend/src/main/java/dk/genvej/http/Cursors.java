package dk.genvej.http;

import dk.genvej.shared.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keyset pages: a cursor is the order value and id of the last row shown, opaque to the client.
 *
 * @param value the order value as text; empty before the first row
 * @param id breaks ties
 */
public record Cursors(String value, UUID id) {

  private static final UUID LOWEST = new UUID(0, 0);

  /** The place a page begins after; null is the beginning. */
  public static Cursors parse(@Nullable String cursor, String beginning) {
    if (cursor == null) {
      return new Cursors(beginning, LOWEST);
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var cut = text.lastIndexOf('|');
      return new Cursors(text.substring(0, cut), UUID.fromString(text.substring(cut + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
      throw new InvalidRequestException(ProblemCode.CURSOR_INVALID, List.of());
    }
  }

  /** The order value in its own type; a cursor that does not hold one is not ours. */
  public <T> T valueAs(Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (DateTimeException | IllegalArgumentException foreign) {
      throw new InvalidRequestException(ProblemCode.CURSOR_INVALID, List.of());
    }
  }

  /** The order value of rows in order of a day. */
  public LocalDate day() {
    return valueAs(LocalDate::parse);
  }

  /** The order value of rows in order of an instant. */
  public Instant time() {
    return valueAs(Instant::parse);
  }

  public String text() {
    var text = value + "|" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The cursor after a page, or null when it was the last: ask for one row more than is shown.
   *
   * @param rows at most limit + 1
   */
  public static <T> @Nullable String next(List<T> rows, int limit, Function<T, Cursors> place) {
    return rows.size() > limit ? place.apply(rows.get(limit - 1)).text() : null;
  }

  /** The rows that are shown. */
  public static <T> List<T> page(List<T> rows, int limit) {
    return rows.subList(0, Math.min(limit, rows.size()));
  }
}
