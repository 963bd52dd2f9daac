package dk.genvej.sync;

import dk.genvej.access.Staff;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.http.Edge;
import dk.genvej.http.InvalidRequestException;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.sync.QuarantineRepository.Line;
import dk.genvej.work.Envelope;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about writes whose author lost access before they were sent. Each waits until somebody
 * accepts or discards it, and stays to be seen afterwards.
 */
@Singleton
public class QuarantineService {

  private final QuarantineRepository quarantine;
  private final KeptMutationRepository kept;
  private final Dispatch dispatch;
  private final Staff staff;

  QuarantineService(
      QuarantineRepository quarantine,
      KeptMutationRepository kept,
      Dispatch dispatch,
      Staff staff) {
    this.quarantine = quarantine;
    this.kept = kept;
    this.dispatch = dispatch;
    this.staff = staff;
  }

  /** Oldest first; each citizen shown is disclosed. */
  List<Line> page(Work work, Instant after, UUID afterId, int most) {
    var found =
        quarantine.page(
            work.municipality(),
            work.actor().userId(),
            work.actor().scopeKey(),
            work.today(),
            after,
            afterId,
            most);
    work.discloseAll(found.stream().map(Line::citizenId).filter(Objects::nonNull).toList());
    return found;
  }

  /** Carried out as its author's; whoever accepts it answers for the access. */
  Written accept(Work work, UUID id) {
    var waiting = waiting(work, id);
    requireKnown(work, waiting);
    carryOut(work, waiting);
    return decide(work, waiting, KeptState.ACCEPTED, "QuarantineAccepted", null);
  }

  /** To a therapist, for example the one who has the course now. */
  Written reassign(Work work, UUID id, UUID userId) {
    var waiting = waiting(work, id);
    staff.requireRole(work.municipality(), userId, Role.THERAPIST, "/userId");
    kept.assign(work.municipality(), id, userId);
    return tell(work, waiting, "QuarantineHandedOver", null);
  }

  Written discard(Work work, UUID id, String reason) {
    var waiting = waiting(work, id);
    return decide(work, waiting, KeptState.DISCARDED, "QuarantineDiscarded", reason);
  }

  /** Held until the decision stands, so that two people do not decide the same. */
  private KeptMutation waiting(Work work, UUID id) {
    if (quarantine.lock(work.municipality(), id) == 0) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
    var found = kept.find(work.municipality(), id).orElseThrow();
    requireDecider(work, found);
    if (found.state() != KeptState.WAITING) {
      throw RefusalException.of(
          found.reason() == null ? ProblemCode.NOT_FOUND : ProblemCode.QUARANTINE_DECIDED);
    }
    return found;
  }

  /**
   * Whom it was handed to, or the citizen's coordinator, or any while the citizen is unknown; an
   * author sees it and decides nothing.
   */
  private static void requireDecider(Work work, KeptMutation found) {
    if (work.actor().userId().equals(found.assignedTo())) {
      return;
    }
    if (!work.actor().has(Role.COORDINATOR)) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
    var citizenId = found.citizenId();
    if (citizenId != null) {
      work.require(Verb.DECIDE_QUARANTINED, citizenId, null);
    }
  }

  /** Whose it is may be known by now, and then that citizen's coordinator lets it land. */
  private static void requireKnown(Work work, KeptMutation found) {
    if (found.citizenId() != null || work.actor().userId().equals(found.assignedTo())) {
      return;
    }
    try {
      found
          .places()
          .forEach(
              (table, id) -> work.require(Verb.DECIDE_QUARANTINED, work.lock(table, id), null));
    } catch (RefusalException no) {
      throw refused(no.refusals());
    }
  }

  private void carryOut(Work work, KeptMutation waiting) {
    var item = work.onBehalf(waiting.userId(), envelope(work, waiting));
    var landed = run(item, waiting);
    var accepter = staff.name(work.municipality(), work.actor().userId());
    work.include(item, landed.status(), landed.written(), "Godkendt fra karantæne af " + accepter);
  }

  private Edge.Landed run(Work item, KeptMutation waiting) {
    try {
      return dispatch.run(item, dispatch.prepare(waiting.mutation()));
    } catch (RefusalException no) {
      throw no.refusals().getFirst().code() == ProblemCode.VERSION_STALE
          ? no
          : refused(no.refusals());
    } catch (InvalidRequestException no) {
      throw refused(List.of(Refusal.of(no.code())));
    }
  }

  private static Envelope envelope(Work work, KeptMutation waiting) {
    return new Envelope(
        waiting.operation(),
        work.envelope().requestId(),
        waiting.id(),
        waiting.bodyHash(),
        waiting.baseVersion(),
        waiting.deviceId(),
        waiting.recordedAt(),
        null,
        false);
  }

  private static RefusalException refused(List<Refusal> why) {
    var first = Refusal.of(ProblemCode.QUARANTINE_REFUSED);
    return new RefusalException(Stream.concat(Stream.of(first), why.stream()).toList(), null);
  }

  private Written decide(
      Work work, KeptMutation waiting, KeptState outcome, String kind, @Nullable String reason) {
    kept.decide(
        work.municipality(),
        waiting.id(),
        outcome.name(),
        work.now(),
        work.actor().userId(),
        reason);
    return tell(work, waiting, kind, reason);
  }

  private static Written tell(
      Work work, KeptMutation before, String kind, @Nullable String reason) {
    var version = before.version() + 1;
    work.changed(
        new Change(
            kind,
            "kept_mutation",
            before.id(),
            version,
            before.citizenId(),
            null,
            work.recordedAt(),
            reason));
    return new Written(before.id(), version);
  }
}
