package dk.genvej.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.audit.Access;
import dk.genvej.audit.AccessOutcome;
import dk.genvej.audit.AuditLog;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import dk.genvej.work.SystemActor;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dataset of a municipality's outcomes (R73), or the pseudonymised one for research
 * (R77). All its files are of one moment; the manifest comes last and says what they hold.
 */
@Singleton
public class Dataset {

  /** Raised when a column changes its meaning, its place or its name. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Transactions transactions;
  private final TransactionOperations<Connection> database;
  private final AuditLog audit;
  private final Time time;

  Dataset(
      Transactions transactions,
      TransactionOperations<Connection> database,
      AuditLog audit,
      Time time) {
    this.transactions = transactions;
    this.database = database;
    this.audit = audit;
    this.time = time;
  }

  /**
   * @throws ExportException when a file cannot be written
   */
  public DatasetReport run(DatasetOrder order, ExportProgress progress) {
    var actor =
        SystemActor.of(
            transactions,
            order.municipality(),
            "export",
            "Udtræk",
            Role.COORDINATOR,
            order.research() == null ? "exportDataset" : "exportResearch",
            time.now(order.municipality()));
    actor.does(work -> log(work, actor));
    var ofOneMoment = new DefaultTransactionDefinition();
    ofOneMoment.setIsolationLevel(Isolation.REPEATABLE_READ);
    return database.execute(
        ofOneMoment, _ -> actor.reads(_ -> write(order, database.getConnection(), progress)));
  }

  /** Before the first row leaves, in a transaction of its own. The rows name nobody. */
  private boolean log(Work work, SystemActor actor) {
    audit.accessed(
        new Access(
            work.municipality(),
            work.now(),
            work.actor().userId(),
            Role.COORDINATOR.name(),
            actor.operation(),
            AccessOutcome.DISCLOSED,
            null,
            List.of(),
            null,
            actor.run()));
    return true;
  }

  private DatasetReport write(DatasetOrder order, Connection connection, ExportProgress progress) {
    try {
      var research = order.research();
      var rows =
          new DatasetRows(connection, research == null ? null : new Disguise(research.key()));
      var tables = tables(order);
      var folder = new DatasetFolder(order.folder());
      long all = 0;
      for (var table : tables) {
        all += rows.number(table.count(), table.parameters());
      }
      long before = 0;
      for (var table : tables) {
        before += put(folder, table, order, rows, before, all, progress);
      }
      progress.reached(all, all);
      dictionary(folder, tables, order, connection);
      var report = new DatasetReport(folder.files(), leftOut(rows, research, tables));
      manifest(folder, order, report);
      return report;
    } catch (IOException | SQLException failed) {
      throw new ExportException("The dataset could not be written", failed);
    }
  }

  private static List<DatasetTable> tables(DatasetOrder order) {
    var research = order.research();
    return research == null
        ? DatasetTable.of(order.municipality(), order.from(), order.until())
        : DatasetTable.research(order.municipality(), research.least());
  }

  private static long put(
      DatasetFolder folder,
      DatasetTable table,
      DatasetOrder order,
      DatasetRows rows,
      long before,
      long all,
      ExportProgress progress)
      throws IOException, SQLException {
    folder.put(
        table.file() + "." + order.format().extension(),
        out -> {
          try (var writer = order.format().writer(out, order.byteOrderMark())) {
            return rows.write(table, writer, done -> progress.reached(before + done, all));
          }
        });
    return folder.files().getLast().rows();
  }

  private static void dictionary(
      DatasetFolder folder, List<DatasetTable> tables, DatasetOrder order, Connection connection)
      throws IOException, SQLException {
    var entries = new ArrayList<Dictionary.Entry>();
    for (var table : tables) {
      entries.addAll(Dictionary.of(connection, table.file(), table.view()));
    }
    folder.put(
        "dictionary." + order.format().extension(),
        out -> {
          try (var writer = order.format().writer(out, order.byteOrderMark())) {
            Dictionary.write(entries, writer);
          }
          return entries.size();
        });
  }

  private static long leftOut(
      DatasetRows rows, DatasetOrder.@Nullable Research research, List<DatasetTable> tables)
      throws SQLException {
    return research == null
        ? 0
        : rows.number(DatasetTable.leftOut(), tables.getFirst().parameters().subList(0, 2));
  }

  private void manifest(DatasetFolder folder, DatasetOrder order, DatasetReport report)
      throws IOException, SQLException {
    var about = new LinkedHashMap<String, Object>();
    about.put("dataset", order.research() == null ? "genvej-outcome" : "genvej-research");
    about.put("version", VERSION);
    about.put("municipality", order.municipality());
    about.put("createdAt", time.now(order.municipality()).toString());
    about.put("format", order.format().label());
    if (order.research() == null) {
      about.put("from", order.from().toString());
      about.put("until", order.until().toString());
    } else {
      about.put("sharedByAtLeast", order.research().least());
      about.put("coursesLeftOut", report.leftOut());
    }
    about.put("files", report.files());
    folder.put(
        "manifest.json",
        out -> {
          out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
          return 1;
        });
  }
}
