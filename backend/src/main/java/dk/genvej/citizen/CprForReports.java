package dk.genvej.citizen;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.UUID;

/**
 * Opens numbers outside any unit of work, for reports that must carry them: the worker keeps them
 * sealed and has them open only while a report is sent.
 */
@Singleton
public class CprForReports {

  private final TransactionOperations<Connection> database;
  private final CprVault vault;

  CprForReports(TransactionOperations<Connection> database, CprVault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** In a transaction of its own, as the keys are read by municipality. */
  public Cpr open(int municipality, UUID citizenId, byte[] sealed) {
    return database.executeWrite(
        status -> {
          MunicipalityKeys.enter(status.getConnection(), municipality);
          return vault.open(municipality, citizenId, sealed);
        });
  }
}
