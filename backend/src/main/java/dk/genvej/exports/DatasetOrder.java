package dk.genvej.exports;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dataset to write.
 *
 * @param folder where its files are put
 * @param byteOrderMark whether each begins with one
 * @param from first day of the events in it
 * @param until last day
 * @param research null for the municipality's own analysts
 */
public record DatasetOrder(
    int municipality,
    Path folder,
    Format format,
    boolean byteOrderMark,
    LocalDate from,
    LocalDate until,
    @Nullable Research research) {

  /** Before there were courses, and after all that may be. */
  public static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  public static final LocalDate END = LocalDate.of(2999, 12, 31);

  /**
   * How people are hidden in it (R77).
   *
   * @param key of the hashes that stand for courses and citizens
   * @param least how many citizens must share what is told of each, 5 unless said otherwise
   */
  public record Research(byte[] key, int least) {

    public static final int KEY_BYTES = 32;

    public Research {
      if (key.length < KEY_BYTES || least < 2) {
        throw new IllegalArgumentException("a key of 32 bytes, and at least two of a kind");
      }
      key = key.clone();
    }

    @Override
    public byte[] key() {
      return key.clone();
    }
  }
}
