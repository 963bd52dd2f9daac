package dk.genvej.work;

import dk.genvej.access.AccessControl;
import dk.genvej.access.Actors;
import dk.genvej.audit.AuditLog;
import dk.genvej.shared.Time;
import dk.genvej.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's transactions with one guard taken away, for showing that it is needed. */
public final class SabotagedTransactions {

  private SabotagedTransactions() {}

  /** Nothing that landed before is found again; the ledger is written all the same. */
  public static Transactions thatLookNothingUp() {
    var blind = ledger(Map.of("find", Optional.empty(), "all", List.of()));
    return with(blind, port(blind));
  }

  /** There is no ledger at all. */
  public static Transactions withoutLedger() {
    var none =
        ledger(Map.of("find", Optional.empty(), "all", List.of(), "save", "", "saveAll", ""));
    return with(none, port(none));
  }

  /** What the database refuses is not taken back to a savepoint. */
  public static Transactions withoutWayBack() {
    var ledger = bean(LedgerRepository.class);
    return with(
        ledger,
        new BatchPort(database(), bean(Markers.class), ledger, bean(Actors.class)) {
          @Override
          void back(Savepoint savepoint) {}
        });
  }

  private static Transactions with(LedgerRepository ledger, BatchPort port) {
    return new Transactions(
        database(),
        bean(Actors.class),
        bean(AccessControl.class),
        bean(Markers.class),
        ledger,
        bean(AuditLog.class),
        bean(Changes.class),
        bean(Time.class),
        port);
  }

  private static BatchPort port(LedgerRepository ledger) {
    return new BatchPort(database(), bean(Markers.class), ledger, bean(Actors.class));
  }

  /** The real one but for these methods, which answer that. */
  private static LedgerRepository ledger(Map<String, Object> answers) {
    var real = bean(LedgerRepository.class);
    return (LedgerRepository)
        Proxy.newProxyInstance(
            LedgerRepository.class.getClassLoader(),
            new Class<?>[] {LedgerRepository.class},
            (_, method, arguments) ->
                answers.containsKey(method.getName())
                    ? answered(method, answers.get(method.getName()))
                    : asked(real, method, arguments));
  }

  private static Object answered(Method method, Object answer) {
    return method.getReturnType() == void.class ? null : answer;
  }

  private static Object asked(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static TransactionOperations<Connection> database() {
    return bean(TransactionOperations.class);
  }

  private static <T> T bean(Class<T> type) {
    return TestServer.running().context().getBean(type);
  }
}
