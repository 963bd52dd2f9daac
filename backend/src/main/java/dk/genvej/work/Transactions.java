package dk.genvej.work;

import dk.genvej.access.AccessControl;
import dk.genvej.access.Actor;
import dk.genvej.access.Actors;
import dk.genvej.access.Identity;
import dk.genvej.audit.AccessOutcome;
import dk.genvej.audit.AuditLog;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Time;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a use case in one transaction: who and when are set first, then the use case, then the logs;
 * a refusal rolls all of it back and leaves a trace in a short transaction of its own.
 */
@Singleton
public class Transactions {

  private static final int CONFLICT = 409;

  private final TransactionOperations<Connection> database;
  private final Actors actors;
  private final AccessControl access;
  private final Markers markers;
  private final LedgerRepository ledger;
  private final AuditLog audit;
  private final Changes changes;
  private final Time time;
  private final BatchPort port;

  Transactions(
      TransactionOperations<Connection> database,
      Actors actors,
      AccessControl access,
      Markers markers,
      LedgerRepository ledger,
      AuditLog audit,
      Changes changes,
      Time time,
      BatchPort port) {
    this.database = database;
    this.actors = actors;
    this.access = access;
    this.markers = markers;
    this.ledger = ledger;
    this.audit = audit;
    this.changes = changes;
    this.time = time;
    this.port = port;
  }

  /** A use case that changes nothing; whom it disclosed is logged before it answers. */
  public <T> T read(Identity identity, Envelope envelope, Function<Work, T> useCase) {
    return run(
        identity,
        envelope,
        work -> {
          var answer = useCase.apply(work);
          logDisclosed(work);
          return answer;
        });
  }

  /**
   * A use case that changes something, once: a repeated mutation gets the first answer, and one id
   * for two different writes is refused.
   *
   * @param status what the operation answers when it lands
   */
  public Written write(
      Identity identity, Envelope envelope, int status, Function<Work, Written> useCase) {
    try {
      return run(identity, envelope, work -> once(work, status, useCase));
    } catch (RuntimeException failed) {
      return landedMeanwhile(identity, envelope, failed).orElseThrow(() -> failed);
    }
  }

  /**
   * As {@link #write}, also by a blocked user: for what concerns nobody but the user, and what such
   * a one is still to tell.
   */
  public Written writeThoughBlocked(
      Identity identity, Envelope envelope, int status, Function<Work, Written> useCase) {
    var now = time.now(identity.municipality());
    Supplier<Work> admit =
        () -> {
          var admitted = actors.admit(identity, Time.dayOf(now), now);
          return new Work(session(admitted.actor(), now), envelope);
        };
    return commit(admit, work -> once(work, status, useCase));
  }

  /** The same write sent twice at once: whoever waited for the other meets what the other wrote. */
  private Optional<Written> landedMeanwhile(
      Identity identity, Envelope envelope, RuntimeException failed) {
    var mayHave =
        !(failed instanceof RefusalException refused)
            || refused.refusals().getFirst().code().status() == CONFLICT;
    if (!mayHave || database.findTransactionStatus().isPresent()) {
      return Optional.empty();
    }
    var now = time.now(identity.municipality());
    return database.executeWrite(_ -> firstAnswer(enter(identity, envelope, now)));
  }

  /**
   * Many writes of one actor in one transaction. A blocked user is let in, as what such a one hands
   * in may be kept; the body sees to that.
   */
  public <T> T batch(Identity identity, Envelope envelope, Function<Batch, T> body) {
    var now = time.now(identity.municipality());
    var entered = new AtomicReference<@Nullable Actor>();
    var answer =
        database.executeWrite(
            _ -> {
              var admitted = actors.admit(identity, Time.dayOf(now), now);
              entered.set(admitted.actor());
              var batch =
                  new Batch(
                      session(admitted.actor(), now),
                      admitted.blocked(),
                      envelope,
                      new BatchLogs(ledger, audit, changes),
                      port);
              var done = body.apply(batch);
              batch.close();
              return done;
            });
    actors.committed(Objects.requireNonNull(entered.get()));
    return answer;
  }

  /** A command's own work: as a write, without a client's mutation. */
  public <T> T command(Identity identity, Envelope envelope, Instant now, Function<Work, T> body) {
    return commit(
        () -> enter(identity, envelope, now),
        work -> {
          var answer = body.apply(work);
          logChanges(work);
          return answer;
        });
  }

  private <T> T run(Identity identity, Envelope envelope, Function<Work, T> body) {
    var now = time.now(identity.municipality());
    try {
      return commit(() -> enter(identity, envelope, now), body);
    } catch (RefusalException refused) {
      AccessRows.outcomeOf(refused)
          .ifPresent(outcome -> logRefused(identity, envelope, now, outcome));
      throw refused;
    }
  }

  private <T> T commit(Supplier<Work> enter, Function<Work, T> body) {
    var outermost = database.findTransactionStatus().isEmpty();
    var entered = new AtomicReference<@Nullable Work>();
    var answer =
        database.executeWrite(
            _ -> {
              var work = enter.get();
              entered.set(work);
              return body.apply(work);
            });
    if (outermost) {
      actors.committed(Objects.requireNonNull(entered.get()).actor());
    }
    return answer;
  }

  private Work enter(Identity identity, Envelope envelope, Instant now) {
    var actor = actors.enter(identity, envelope.deviceId(), Time.dayOf(now), now);
    return new Work(session(actor, now), envelope);
  }

  private Session session(Actor actor, Instant now) {
    return new Session(actor, actors.units(actor), now, markers, access);
  }

  private Written once(Work work, int status, Function<Work, Written> useCase) {
    return firstAnswer(work)
        .orElseGet(
            () -> {
              var written = useCase.apply(work);
              logDisclosed(work);
              land(work, status, written);
              return written;
            });
  }

  private Optional<Written> firstAnswer(Work work) {
    var id = Objects.requireNonNull(work.envelope().mutationId(), "a write has a mutation id");
    return ledger.find(work.municipality(), id).map(row -> again(work, row.landed()));
  }

  private static Written again(Work work, Landed landed) {
    var hash = Objects.requireNonNull(work.envelope().bodyHash(), "a write has a body hash");
    if (!landed.same(work.actor().userId(), hash)) {
      throw RefusalException.of(ProblemCode.MUTATION_REUSED);
    }
    return landed.written();
  }

  private void land(Work work, int status, Written written) {
    ledger.save(row(work, status, written));
    work.carried().forEach(one -> ledger.save(row(one.work(), one.status(), one.written())));
    logChanges(work);
  }

  static LedgerRow row(Work work, int status, Written written) {
    var envelope = work.envelope();
    return new LedgerRow(
        work.municipality(),
        Objects.requireNonNull(envelope.mutationId()),
        work.actor().userId(),
        envelope.deviceId(),
        envelope.operation(),
        Objects.requireNonNull(envelope.bodyHash(), "a write has a body hash"),
        status,
        written.id(),
        written.version(),
        work.recordedAt(),
        work.now(),
        work.corrected());
  }

  private void logChanges(Work work) {
    var carried = work.carried().stream().map(Work.Carried::work);
    changes.made(
        work.municipality(),
        Stream.concat(Stream.of(work), carried).map(Transactions::made).toList());
  }

  static AuditLog.Made made(Work work) {
    var envelope = work.envelope();
    var origin =
        new AuditLog.Origin(
            work.actor().userId(),
            envelope.deviceId(),
            envelope.mutationId(),
            work.recordedAt(),
            work.now());
    return new AuditLog.Made(
        envelope.operation(), origin, List.copyOf(work.changes()), envelope.historic());
  }

  private void logDisclosed(Work work) {
    if (!work.disclosed().isEmpty()) {
      audit.accessed(
          AccessRows.row(
              work.actor(),
              work.envelope(),
              work.now(),
              AccessOutcome.DISCLOSED,
              List.copyOf(work.disclosed())));
    }
  }

  private void logRefused(
      Identity identity, Envelope envelope, Instant now, AccessOutcome outcome) {
    database.executeWrite(
        _ -> {
          var actor = actors.enter(identity, Time.dayOf(now), now);
          audit.accessed(AccessRows.row(actor, envelope, now, outcome, List.of()));
          return outcome;
        });
  }
}
