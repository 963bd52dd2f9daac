package dk.genvej.work;

import dk.genvej.audit.AccessOutcome;
import dk.genvej.audit.AuditLog;
import dk.genvej.shared.RefusalException;
import java.util.ArrayList;
import java.util.List;

/** Ledger rows, change log, events and access rows of a batch, kept until they are written. */
final class BatchLogs {

  private final LedgerRepository ledger;
  private final AuditLog audit;
  private final Changes changes;
  private final List<LedgerRow> landed = new ArrayList<>();
  private final List<AuditLog.Made> made = new ArrayList<>();
  private final List<AuditLog.Refusal> refused = new ArrayList<>();

  BatchLogs(LedgerRepository ledger, AuditLog audit, Changes changes) {
    this.ledger = ledger;
    this.audit = audit;
    this.changes = changes;
  }

  void landed(Work work, Batch.Landing landing) {
    var envelope = work.envelope();
    if (envelope.mutationId() != null) {
      landed.add(Transactions.row(work, landing.status(), landing.written()));
    }
    made.add(Transactions.made(work));
  }

  void refused(Work work, RefusalException refusal) {
    AccessRows.outcomeOf(refusal)
        .ifPresent(
            outcome ->
                refused.add(
                    new AuditLog.Refusal(
                        work.envelope().operation(), outcome, work.envelope().resourceId())));
  }

  void flush(Session session) {
    changes.made(session.municipality(), List.copyOf(made));
    if (!landed.isEmpty()) {
      ledger.saveAll(landed);
    }
    drop();
  }

  void drop() {
    landed.clear();
    made.clear();
  }

  int refusals() {
    return refused.size();
  }

  /** Back to so many: the others are tried again. */
  void dropRefusals(int until) {
    refused.subList(until, refused.size()).clear();
  }

  void trace(Session session, Envelope envelope) {
    if (refused.isEmpty()) {
      return;
    }
    audit.refused(
        AccessRows.row(session.actor(), envelope, session.now(), AccessOutcome.DENIED, List.of()),
        refused);
  }
}
