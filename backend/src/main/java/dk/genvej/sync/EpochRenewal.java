package dk.genvej.sync;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A new epoch because somebody says so: a step of every restore, as a copied data folder looks the
 * same from within.
 */
@Singleton
public class EpochRenewal {

  private static final int FIRST_CODE = 101;
  private static final int LAST_CODE = 999;

  private final TransactionOperations<Connection> database;
  private final EpochRepository repository;
  private final Time time;

  EpochRenewal(TransactionOperations<Connection> database, EpochRepository repository, Time time) {
    this.database = database;
    this.repository = repository;
    this.time = time;
  }

  /**
   * In every municipality of the installation. The server's role sees one at a time, so each code
   * that there can be is tried.
   *
   * @return the codes of those that are there
   */
  public List<Integer> everywhere() {
    return IntStream.rangeClosed(FIRST_CODE, LAST_CODE).filter(this::renew).boxed().toList();
  }

  private boolean renew(int municipality) {
    return database.executeWrite(
        status -> {
          try (var enter =
              status.getConnection().prepareStatement("select set_config('app.m', ?, true)")) {
            enter.setString(1, Integer.toString(municipality));
            enter.execute();
          }
          if (repository.municipalities(municipality) == 0) {
            return false;
          }
          var before = repository.newest(municipality).orElse(null);
          var at = time.now(municipality);
          repository.draw(municipality, Ids.next(), before, at, EpochReason.COMMAND.name());
          return true;
        });
  }
}
