package dk.genvej.citizen;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** The keys of a new municipality, before anybody is registered there. */
@Singleton
public class MunicipalityKeys {

  private final TransactionOperations<Connection> database;
  private final CprVault vault;

  MunicipalityKeys(TransactionOperations<Connection> database, CprVault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** In a transaction of its own; keys that are there stay. */
  public void prepare(int municipality) {
    database.executeWrite(
        status -> {
          enter(status.getConnection(), municipality);
          vault.prepare(municipality);
          return municipality;
        });
  }

  /** Until the transaction ends, the connection is in that municipality. */
  static void enter(Connection connection, int municipality) {
    try (var enter = connection.prepareStatement("select set_config('app.m', ?, true)")) {
      enter.setString(1, Integer.toString(municipality));
      enter.execute();
    } catch (SQLException failed) {
      throw new IllegalStateException("municipality " + municipality + " was not entered", failed);
    }
  }
}
