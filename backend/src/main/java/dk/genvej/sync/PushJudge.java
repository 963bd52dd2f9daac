package dk.genvej.sync;

import dk.genvej.http.Edge;
import dk.genvej.http.Problems;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Batch;
import dk.genvej.work.Envelope;
import dk.genvej.work.Landed;
import dk.genvej.work.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the mutations of one push, each once and after those it depends on. */
final class PushJudge {

  private static final Logger LOG = LoggerFactory.getLogger(PushJudge.class);

  /** Operations whose services write through Records alone, and so can wait to be written. */
  private static final Set<String> BATCHED =
      Set.of(
          "recordVisit",
          "planVisit",
          "holdVisit",
          "moveVisit",
          "cancelVisit",
          "addNote",
          "recordScores",
          "setGoal",
          "changeGoal",
          "makeAgreement",
          "changeAgreement",
          "endAgreement",
          "register");

  private final PushTools tools;
  private final Batch batch;
  private final UUID device;
  private final PushClock clock;
  private final Optional<KeptReason> shutOut;
  private final PushKept kept;
  private final MergeEdits edits;
  private final Map<UUID, Landed> landed = new HashMap<>();
  private Map<UUID, PushItem> known = Map.of();

  PushJudge(
      PushTools tools,
      Batch batch,
      UUID device,
      PushClock clock,
      Optional<KeptReason> shutOut,
      PushKept kept) {
    this.tools = tools;
    this.batch = batch;
    this.device = device;
    this.clock = clock;
    this.shutOut = shutOut;
    this.kept = kept;
    this.edits = new MergeEdits(tools, batch, landed);
  }

  /** What landed before, and what is kept, of these and of those they depend on. */
  void look(List<PushItem> items) {
    var ids = new HashSet<UUID>();
    items.forEach(item -> ids.add(item.id()));
    items.forEach(item -> ids.addAll(item.predecessors()));
    landed.putAll(batch.landed(ids));
    kept.look(ids);
  }

  void lookAgain(List<PushItem> open) {
    landed.putAll(batch.landed(open.stream().map(PushItem::id).toList()));
  }

  void know(Map<UUID, PushItem> items) {
    known = items;
    edits.know(items);
  }

  boolean hasLanded(PushItem item) {
    return landed.containsKey(item.id());
  }

  /** When the database refused it because another had just brought it; after looking again. */
  boolean landedMeanwhile(PushItem item) {
    return hasLanded(item) && tell(item);
  }

  boolean same(PushItem one, PushItem other) {
    return one.unreadable().isEmpty()
        && other.unreadable().isEmpty()
        && one.sameAs(batch.actor().userId(), other.call().hash(), batch.actor().userId());
  }

  void decide(PushItem item, List<PushItem> touched) {
    if (item.decided() || item.running()) {
      return;
    }
    item.running(true);
    try {
      if (!tell(item) && !keep(item) && mayRun(item) && after(item, touched)) {
        run(item);
      }
    } finally {
      item.running(false);
      touched.add(item);
    }
  }

  /** What is known of it without trying. */
  private boolean tell(PushItem item) {
    var first = landed.get(item.id());
    var author = batch.actor().userId();
    if (first != null) {
      if (item.sameAs(first.userId(), first.hash(), author)) {
        item.already(first);
      } else {
        item.rejected(ProblemCode.MUTATION_REUSED);
      }
    } else if (item.unreadable().isPresent()) {
      item.rejected(item.unreadable().get());
    } else {
      kept.tell(item, author);
    }
    return item.decided();
  }

  private boolean keep(PushItem item) {
    shutOut.ifPresent(reason -> item.fate(new PushItem.Quarantined(reason, null)));
    return item.decided();
  }

  private boolean mayRun(PushItem item) {
    try {
      tools.dispatch().requireRole(item.operation(), batch.actor());
      return true;
    } catch (RefusalException refused) {
      item.fate(new PushItem.Suspected(new Batch.Refused<>(refused, Optional.empty())));
      return false;
    }
  }

  // ---- what it depends on

  private boolean after(PushItem item, List<PushItem> touched) {
    var missing = new ArrayList<UUID>();
    for (var id : item.predecessors()) {
      var other = known.get(id);
      if (other != null && other != item) {
        decide(other, touched);
      }
      if (!after(item, id, other, missing)) {
        return false;
      }
    }
    if (!missing.isEmpty()) {
      kept.hold(item, missing);
    }
    return missing.isEmpty();
  }

  private boolean after(PushItem item, UUID id, @Nullable PushItem other, List<UUID> missing) {
    if (other == null) {
      return landed.containsKey(id) || kept.after(item, id, missing);
    }
    if (other.landed().isPresent()) {
      return true;
    }
    switch (other.fate().orElse(null)) {
      case PushItem.Held _ -> missing.add(id);
      case PushItem.Suspected _, PushItem.Follows _ -> item.fate(new PushItem.Follows(other));
      case PushItem.Quarantined(var reason, var _) ->
          item.fate(new PushItem.Quarantined(reason, null));
      case null, default -> item.rejected(ProblemCode.PREDECESSOR_FAILED);
    }
    return !item.decided();
  }

  // ---- carried out

  private void run(PushItem item) {
    try {
      switch (attempt(item, item.call(), item.mutation().getBaseVersion())) {
        case Batch.Done<Edge.Landed>(var done) ->
            item.applied(done.status(), done.written(), false);
        case Batch.Refused<Edge.Landed> refused -> refused(item, refused);
      }
    } catch (RuntimeException failed) {
      if (Problems.passing(failed) || (batched(item) && Problems.ofDatabase(failed))) {
        throw failed;
      }
      if (Problems.ours(failed)) {
        LOG.error("mutation {} failed", item.id(), failed);
      }
      item.rejected(failed);
    }
  }

  private static boolean batched(PushItem item) {
    return BATCHED.contains(item.operation());
  }

  private Batch.Outcome<Edge.Landed> attempt(
      PushItem item, DispatchCall call, @Nullable Integer baseVersion) {
    var envelope =
        new Envelope(
            item.operation(),
            batch.work().envelope().requestId(),
            item.id(),
            item.call().hash(),
            baseVersion,
            device,
            item.recordedAt(),
            call.resource(),
            false);
    java.util.function.Function<Work, Edge.Landed> useCase =
        work -> tools.dispatch().run(work, call);
    var ahead = item.late() ? java.time.Duration.ZERO : clock.ahead();
    return batched(item)
        ? batch.item(envelope, ahead, useCase, PushJudge::landing)
        : batch.direct(envelope, ahead, useCase, PushJudge::landing);
  }

  private static Batch.Landing landing(Edge.Landed done) {
    return new Batch.Landing(done.status(), done.written());
  }

  private void refused(PushItem item, Batch.Refused<Edge.Landed> refused) {
    var refusal = refused.refusal();
    if (refusal.currentVersion() != null) {
      merge(item, refusal);
    } else if (PushAccess.suspicious(refusal.refusals().getFirst().code())) {
      item.fate(new PushItem.Suspected(refused));
    } else {
      item.rejected(refusal);
    }
  }

  private void merge(PushItem item, RefusalException stale) {
    switch (edits.of(item)) {
      case MergeEdits.Together together -> {
        var version = Objects.requireNonNull(stale.currentVersion());
        switch (attempt(item, together.call(), version)) {
          case Batch.Done<Edge.Landed>(var done) ->
              item.applied(done.status(), done.written(), together.others());
          case Batch.Refused<Edge.Landed> _ ->
              item.fate(new PushItem.Conflict(stale, together.changes()));
        }
      }
      case MergeEdits.Apart(var clashes) -> item.fate(new PushItem.Conflict(stale, clashes));
    }
  }
}
