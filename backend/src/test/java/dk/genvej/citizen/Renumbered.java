package dk.genvej.citizen;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.UUID;

/** Gives a citizen another CPR number past the operation, as if it had always been theirs. */
public final class Renumbered {

  private Renumbered() {}

  public static String statement(
      ApplicationContext context, int municipality, UUID citizen, String cpr) {
    var vault = context.getBean(CprVault.class);
    @SuppressWarnings("unchecked")
    TransactionOperations<Connection> database = context.getBean(TransactionOperations.class);
    var sealed =
        database.executeWrite(
            status -> {
              MunicipalityKeys.enter(status.getConnection(), municipality);
              return vault.seal(municipality, citizen, new Cpr(cpr));
            });
    return "update citizen set cpr_sealed = '\\x%s' where id = '%s'"
        .formatted(HexFormat.of().formatHex(sealed), citizen);
  }
}
