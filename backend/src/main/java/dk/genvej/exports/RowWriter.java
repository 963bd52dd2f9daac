package dk.genvej.exports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows one after the other and keeps none of them. */
interface RowWriter extends Closeable {

  void header(List<String> columns) throws IOException;

  /**
   * @param values text, whole and decimal numbers, days, yes or no; in the order of the header
   */
  void row(List<@Nullable Object> values) throws IOException;
}
