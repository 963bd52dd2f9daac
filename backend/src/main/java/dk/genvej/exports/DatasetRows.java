package dk.genvej.exports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads rows by a cursor: a thousand at a time are in memory, however many there are. */
final class DatasetRows {

  private static final int AT_A_TIME = 1000;

  private final Connection connection;
  private final @Nullable Disguise disguise;

  /**
   * @param disguise null when the rows are told as they are
   */
  DatasetRows(Connection connection, @Nullable Disguise disguise) {
    this.connection = connection;
    this.disguise = disguise;
  }

  /** The one number that a statement answers. */
  long number(String sql, List<Object> parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /** Answers how many were written. */
  long write(DatasetTable table, RowWriter writer, LongConsumer progress)
      throws SQLException, IOException {
    try (var statement = connection.prepareStatement(table.rows())) {
      statement.setFetchSize(AT_A_TIME);
      bind(statement, table.parameters());
      try (var found = statement.executeQuery()) {
        var columns = columns(found.getMetaData());
        writer.header(columns.stream().map(Column::name).toList());
        long written = 0;
        while (found.next()) {
          writer.row(row(found, columns));
          if (++written % AT_A_TIME == 0) {
            progress.accept(written);
          }
        }
        return written;
      }
    }
  }

  private List<@Nullable Object> row(ResultSet found, List<Column> columns) throws SQLException {
    int level = disguise == null ? 0 : found.getInt(DatasetTable.LEVEL);
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (var column : columns) {
      var value = column.value(found);
      values.add(disguise == null ? value : disguise.of(column.name(), value, level));
    }
    return values;
  }

  /** All but the level, which is for the disguise alone. */
  private static List<Column> columns(ResultSetMetaData about) throws SQLException {
    var columns = new ArrayList<Column>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      if (!about.getColumnName(i).equals(DatasetTable.LEVEL)) {
        columns.add(new Column(i, about.getColumnName(i), about.getColumnType(i) == Types.DATE));
      }
    }
    return List.copyOf(columns);
  }

  private static void bind(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }

  private record Column(int place, String name, boolean day) {

    @Nullable Object value(ResultSet found) throws SQLException {
      return day ? found.getObject(place, LocalDate.class) : found.getObject(place);
    }
  }
}
