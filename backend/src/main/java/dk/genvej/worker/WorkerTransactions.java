package dk.genvej.worker;

import dk.genvej.shared.Time;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Transactions of the worker. Repositories used in them are bound to its data source: {@code
 * JdbcRepository(dataSource = WorkerTransactions.DATA_SOURCE)}.
 */
@Singleton
public class WorkerTransactions {

  /** The settings are {@code datasources.worker}. */
  public static final String DATA_SOURCE = "worker";

  private final TransactionOperations<Connection> database;
  private final WorkerRepository repository;
  private final Time time;

  WorkerTransactions(
      @Named(DATA_SOURCE) TransactionOperations<Connection> database,
      WorkerRepository repository,
      Time time) {
    this.database = database;
    this.repository = repository;
    this.time = time;
  }

  /** In one municipality, all of whose citizens are in scope; the field is there to be read. */
  public <T> T in(int municipality, Function<Round, T> body) {
    return in(new Round(municipality, time.now(municipality)), body);
  }

  /** As above at a given moment, which decides whose relations hold and who stands in for whom. */
  public <T> T in(Round round, Function<Round, T> body) {
    return database.executeWrite(
        _ -> {
          repository.enter(round.municipality(), round.today());
          return body.apply(round);
        });
  }

  /**
   * Over all municipalities: only rows that are there to be delivered are seen, nothing of the
   * field. For claiming them.
   */
  public <T> T overAll(Supplier<T> body) {
    return database.executeWrite(_ -> body.get());
  }

  /** Each by itself: what fails in one municipality is thrown when all the others are done. */
  public static void each(Collection<Integer> municipalities, IntConsumer body) {
    RuntimeException first = null;
    for (int municipality : municipalities) {
      try {
        body.accept(municipality);
      } catch (RuntimeException failed) {
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** The codes of all municipalities here. */
  public List<Integer> municipalities() {
    return overAll(repository::municipalities).stream()
        .map(WorkerRepository.Municipality::id)
        .toList();
  }
}
