package dk.genvej.imports;

import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import dk.genvej.work.SystemActor;
import dk.genvej.work.Transactions;
import jakarta.inject.Singleton;

/**
 * Imports a file of a record system (R34) or of counts of people (R76). Good lines are imported
 * once however often it is run, bad ones are reported. Each group of citizens is committed for
 * itself together with its trace in {@code imported_row}, so a run that was killed is finished by
 * the next.
 */
@Singleton
public class Imports {

  private static final String SUBJECT = "import";
  private static final String NAME = "Indlæsning";

  private final CitizenImport citizens;
  private final GrantImport grants;
  private final ContactImport contacts;
  private final HeadcountImport population;
  private final HeadcountImport recipients;
  private final ImportLedger ledger;
  private final Transactions transactions;
  private final Time time;

  Imports(
      CitizenImport citizens,
      GrantImport grants,
      ContactImport contacts,
      HeadcountRepository headcounts,
      ImportLedger ledger,
      Transactions transactions,
      Time time) {
    this.citizens = citizens;
    this.grants = grants;
    this.contacts = contacts;
    this.population = new HeadcountImport(Headcount.Kind.INHABITANTS, headcounts);
    this.recipients = new HeadcountImport(Headcount.Kind.RECIPIENTS, headcounts);
    this.ledger = ledger;
    this.transactions = transactions;
    this.time = time;
  }

  public ImportReport run(ImportOrder order, Question question, Progress progress) {
    return switch (order.kind()) {
      case CITIZENS -> run(order, citizens, question, progress);
      case GRANTS -> run(order, grants, question, progress);
      case CONTACTS -> run(order, contacts, question, progress);
      case POPULATION -> run(order, population, question, progress);
      case RECIPIENTS -> run(order, recipients, question, progress);
    };
  }

  private <R extends Row> ImportReport run(
      ImportOrder order, RowImport<R> how, Question question, Progress progress) {
    var now = order.now() == null ? time.now(order.municipality()) : order.now();
    var writer =
        SystemActor.of(
            transactions, order.municipality(), SUBJECT, NAME, Role.VISITATOR, SUBJECT, now);
    return new ImportRun<>(order, how, ledger, writer).run(question, progress);
  }
}
