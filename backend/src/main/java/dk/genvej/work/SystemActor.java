package dk.genvej.work;

import dk.genvej.access.Assignment;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A user of the system's own that a command acts as, in one role for the whole municipality, so
 * that the same access rules, logs and row level security hold for a file as for people.
 *
 * @param run names all transactions of one command in the logs
 */
public record SystemActor(
    Transactions transactions, Identity identity, String operation, Instant now, UUID run) {

  /**
   * @param subject its user name, which no token has
   * @param name as staff read it in the logs
   * @param operation what the logs call what it does
   */
  public static SystemActor of(
      Transactions transactions,
      int municipality,
      String subject,
      String name,
      Role role,
      String operation,
      Instant now) {
    var nobodyYet = new Identity(municipality, subject, name, List.of());
    var stranger = new SystemActor(transactions, nobodyYet, operation, now, Ids.next());
    var root = stranger.does(work -> work.units().root());
    var held = List.of(new Assignment(role, root));
    return new SystemActor(
        transactions,
        new Identity(municipality, subject, name, held),
        operation,
        now,
        stranger.run);
  }

  /** One transaction. What it changes is history: nobody is notified of it. */
  public <T> T does(Function<Work, T> body) {
    return transactions.command(identity, envelope(), now, body);
  }

  /** One transaction that changes nothing; whom it discloses stands in the access log. */
  public <T> T reads(Function<Work, T> body) {
    return transactions.read(identity, envelope(), body);
  }

  private Envelope envelope() {
    return Envelope.command(operation, run, true);
  }
}
