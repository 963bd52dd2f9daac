package dk.genvej.work;

import dk.genvej.access.Actors;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** What a batch needs of the world around it. */
@Singleton
class BatchPort {

  private final TransactionOperations<Connection> database;
  private final Markers markers;
  private final LedgerRepository ledger;
  private final Actors actors;

  BatchPort(
      TransactionOperations<Connection> database,
      Markers markers,
      LedgerRepository ledger,
      Actors actors) {
    this.database = database;
    this.markers = markers;
    this.ledger = ledger;
    this.actors = actors;
  }

  Markers markers() {
    return markers;
  }

  LedgerRepository ledger() {
    return ledger;
  }

  Actors actors() {
    return actors;
  }

  Savepoint savepoint() {
    try {
      return database.getConnection().setSavepoint();
    } catch (SQLException failed) {
      throw new BatchBrokenException(failed);
    }
  }

  void release(Savepoint savepoint) {
    try {
      database.getConnection().releaseSavepoint(savepoint);
    } catch (SQLException failed) {
      throw new BatchBrokenException(failed);
    }
  }

  void back(Savepoint savepoint) {
    try {
      database.getConnection().rollback(savepoint);
    } catch (SQLException failed) {
      throw new BatchBrokenException(failed);
    }
  }

  /** The transaction itself is no longer good for anything. */
  static final class BatchBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchBrokenException(SQLException cause) {
      super(cause);
    }
  }
}
