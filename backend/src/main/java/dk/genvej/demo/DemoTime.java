package dk.genvej.demo;

import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The machine's clock plus whole days of the municipality's own. The time of day stays the
 * machine's, and the days are kept in {@code municipality.time_shift}, which only grows.
 */
@Singleton
@Requires(env = "demo")
public final class DemoTime implements Time {

  /** Forward only, whoever else moves it at the same time: no row is changed otherwise. */
  static final String MOVE =
      """
      update municipality set time_shift = make_interval(days => ?)
       where id = ? and time_shift <= make_interval(days => ?)
      """;

  private static final String SHIFT =
      "select extract(day from time_shift)::int from municipality where id = ?";

  private final TransactionOperations<Connection> database;
  private final ConcurrentHashMap<Integer, Integer> shifts = new ConcurrentHashMap<>();

  DemoTime(TransactionOperations<Connection> database) {
    this.database = database;
  }

  @Override
  public Instant now(int municipality) {
    int days = shifts.computeIfAbsent(municipality, this::read);
    return SystemTime.machine().atZone(ZONE).plusDays(days).toInstant();
  }

  public LocalDate today(int municipality) {
    return Time.dayOf(now(municipality));
  }

  /** Makes it that day in the municipality; false when it is later than that already. */
  public boolean moveTo(int municipality, LocalDate day) {
    int shift = shift(SystemTime.machine(), day);
    var moved =
        inside(
            municipality,
            connection -> {
              try (var move = connection.prepareStatement(MOVE)) {
                bind(move, municipality, shift);
                return move.executeUpdate() == 1;
              }
            });
    shifts.remove(municipality);
    return moved;
  }

  static int shift(Instant machine, LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(Time.dayOf(machine), day));
  }

  static void bind(PreparedStatement move, int municipality, int shift) throws SQLException {
    move.setInt(1, shift);
    move.setInt(2, municipality);
    move.setInt(3, shift);
  }

  /** An unknown municipality has the machine's time; it is refused elsewhere. */
  private int read(int municipality) {
    return inside(
        municipality,
        connection -> {
          try (var query = connection.prepareStatement(SHIFT)) {
            query.setInt(1, municipality);
            try (var rows = query.executeQuery()) {
              return rows.next() ? rows.getInt(1) : 0;
            }
          }
        });
  }

  private <T> T inside(int municipality, Reading<T> reading) {
    return database.executeWrite(
        status -> {
          var connection = status.getConnection();
          try (var enter = connection.prepareStatement("select set_config('app.m', ?, true)")) {
            enter.setString(1, Integer.toString(municipality));
            enter.execute();
          }
          return reading.from(connection);
        });
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }
}
