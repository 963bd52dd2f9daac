package dk.genvej.imports;

import dk.genvej.access.Assignment;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The system's own user that imports act as: a visitator of the whole municipality, so that the
 * same access rules and row level security hold for a file as for people.
 *
 * @param run names all transactions of one import in the logs
 */
record ImportActor(Transactions transactions, Identity identity, Instant now, UUID run) {

  private static final String SUBJECT = "import";
  private static final String NAME = "Indlæsning";

  static ImportActor of(Transactions transactions, int municipality, Instant now) {
    var nobodyYet = new Identity(municipality, SUBJECT, NAME, List.of());
    var stranger = new ImportActor(transactions, nobodyYet, now, Ids.next());
    var root = stranger.does(work -> work.units().root());
    var held = List.of(new Assignment(Role.VISITATOR, root));
    return new ImportActor(
        transactions, new Identity(municipality, SUBJECT, NAME, held), now, stranger.run);
  }

  /** One transaction. What it changes is history: nobody is notified of it. */
  <T> T does(Function<Work, T> body) {
    return transactions.command(identity, Envelope.command(SUBJECT, run, true), now, body);
  }
}
