package dk.genvej.exports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data dictionary, made from the comments of the views' columns. */
final class Dictionary {

  private static final String COLUMNS =
      """
      select a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), col_description(a.attrelid, a.attnum)
        from pg_attribute a
       where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped
       order by a.attnum
      """;

  private Dictionary() {}

  /**
   * One column of one file.
   *
   * @param danish what it means
   */
  record Entry(String file, int position, String column, String type, @Nullable String danish) {

    List<@Nullable Object> row() {
      return Arrays.asList(file, position, column, type, danish);
    }
  }

  static List<Entry> of(Connection connection, String file, String view) throws SQLException {
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, view);
      try (var found = statement.executeQuery()) {
        var entries = new ArrayList<Entry>();
        while (found.next()) {
          entries.add(
              new Entry(
                  file,
                  found.getInt(1),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4)));
        }
        return List.copyOf(entries);
      }
    }
  }

  static void write(List<Entry> entries, RowWriter writer) throws IOException {
    writer.header(List.of("file", "position", "column", "type", "description"));
    for (var entry : entries) {
      writer.row(entry.row());
    }
  }
}
