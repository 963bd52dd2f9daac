package dk.genvej.sync;

import dk.genvej.api.model.PushRequest;
import dk.genvej.http.Problems;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One push while it is carried out: what is known of its mutations, then each decided in order,
 * then what is kept of those that did not land.
 *
 * <p>All are decided together and written together. When the database refuses, they are taken back.
 * Those that wrote under ids that records have already are refused, and the others done again;
 * where it was none of these, nobody knows which it was: they are done again in halves, in their
 * order, until the one stands alone.
 */
final class PushRun {

  private static final Logger LOG = LoggerFactory.getLogger(PushRun.class);

  private final PushTools tools;
  private final Batch batch;
  private final PushRequest request;
  private final boolean shutOut;
  private final PushJudge judge;
  private final PushKept kept;
  private final List<PushItem> sent = new ArrayList<>();
  private final List<PushItem> items = new ArrayList<>();

  PushRun(
      PushTools tools,
      Batch batch,
      PushRequest request,
      PushClock clock,
      Optional<KeptReason> shutOut) {
    this.tools = tools;
    this.batch = batch;
    this.shutOut = shutOut.isPresent();
    this.request = request;
    this.kept = new PushKept(tools, batch);
    this.judge = new PushJudge(tools, batch, request.getDevice(), clock, shutOut, kept);
  }

  /** In the order in which they were sent. */
  List<PushItem> sent() {
    return sent;
  }

  void carryOut() {
    request.getMutations().forEach(one -> sent.add(new PushItem(one, false)));
    var first = new LinkedHashMap<UUID, PushItem>();
    sent.forEach(item -> first.putIfAbsent(item.id(), item));
    items.addAll(first.values());
    look(first);
    decide(items);
    settle();
    twins(first);
    kept.write(request.getDevice(), items);
  }

  /** Ledger and kept ones first, then the locks, then the ledger once more: another was faster. */
  private void look(Map<UUID, PushItem> known) {
    judge.look(items);
    items.forEach(item -> item.read(tools.dispatch(), !judge.hasLanded(item)));
    for (var late : kept.freed(known)) {
      late.read(tools.dispatch(), true);
      items.add(late);
      known.put(late.id(), late);
    }
    judge.know(known);
    var open = items.stream().filter(item -> !judge.hasLanded(item)).toList();
    open.forEach(item -> item.places().forEach(batch::want));
    if (shutOut) {
      batch.findWanted(PushItem.OWNED);
    } else {
      batch.lockWanted(PushItem.OWNED);
      judge.lookAgain(open);
    }
  }

  private void decide(List<PushItem> some) {
    if (some.isEmpty()) {
      return;
    }
    var mark = batch.mark();
    var touched = new ArrayList<PushItem>();
    try {
      some.forEach(item -> judge.decide(item, touched));
      batch.flush();
      batch.release(mark);
    } catch (RuntimeException refused) {
      if (Problems.passing(refused)) {
        throw refused;
      }
      var taken = batch.backFromTaken(mark);
      var clashing = touched.stream().filter(item -> wroteOneOf(taken, item)).toList();
      touched.forEach(PushItem::undo);
      if (clashing.isEmpty()) {
        apart(some, touched, refused);
      } else {
        judge.lookAgain(clashing);
        clashing.forEach(this::idTaken);
        decide(some.stream().filter(item -> !item.decided()).toList());
      }
    }
  }

  private static boolean wroteOneOf(Set<UUID> taken, PushItem item) {
    return item.landed().filter(landed -> taken.contains(landed.written().id())).isPresent();
  }

  private void idTaken(PushItem item) {
    if (!judge.landedMeanwhile(item)) {
      item.rejected(ProblemCode.ID_TAKEN);
    }
  }

  /** One that was pulled forward by its dependants goes first; then half and half. */
  private void apart(List<PushItem> some, List<PushItem> touched, RuntimeException refused) {
    if (touched.size() > some.size()) {
      decide(List.copyOf(touched.subList(0, touched.size() / 2)));
      decide(some.stream().filter(item -> !item.decided()).toList());
    } else if (some.size() == 1) {
      fail(some.getFirst(), refused);
    } else {
      decide(some.subList(0, some.size() / 2));
      decide(some.subList(some.size() / 2, some.size()));
    }
  }

  private void fail(PushItem item, RuntimeException refused) {
    judge.lookAgain(List.of(item));
    if (judge.landedMeanwhile(item)) {
      return;
    }
    if (Problems.ours(refused)) {
      LOG.error("mutation {} failed", item.id(), refused);
    }
    item.rejected(refused);
  }

  /** Those refused because of access, and those that depend on one of them. */
  private void settle() {
    var suspected = new LinkedHashMap<PushItem, PushItem.Suspected>();
    for (var item : items) {
      if (item.fate().orElse(null) instanceof PushItem.Suspected one) {
        suspected.put(item, one);
      }
    }
    if (!suspected.isEmpty()) {
      var lost = tools.access().lost(batch, suspected);
      suspected.forEach((item, one) -> settle(item, one, lost.contains(item)));
    }
    items.forEach(PushRun::follow);
  }

  private static void settle(PushItem item, PushItem.Suspected one, boolean lost) {
    if (lost) {
      item.fate(new PushItem.Quarantined(KeptReason.ACCESS_ENDED, null));
    } else {
      item.rejected(one.refused().refusal());
    }
  }

  private static void follow(PushItem item) {
    if (item.fate().orElse(null) instanceof PushItem.Follows(var other)) {
      follow(other);
      if (other.fate().orElse(null) instanceof PushItem.Quarantined(var reason, var _)) {
        item.fate(new PushItem.Quarantined(reason, null));
      } else {
        item.rejected(ProblemCode.PREDECESSOR_FAILED);
      }
    }
  }

  /** The same id twice in one push: the second is told what became of the first. */
  private void twins(Map<UUID, PushItem> first) {
    for (var item : sent) {
      var one = first.get(item.id());
      if (one == null || one == item) {
        continue;
      }
      item.read(tools.dispatch(), true);
      if (!judge.same(item, one)) {
        item.rejected(RefusalException.of(ProblemCode.MUTATION_REUSED));
      } else {
        item.fate(again(one.fate().orElseThrow()));
      }
    }
  }

  private static PushItem.Fate again(PushItem.Fate fate) {
    return fate instanceof PushItem.Landed landed
        ? new PushItem.Landed(
            dk.genvej.api.model.MutationOutcome.ALREADY_APPLIED,
            landed.status(),
            landed.written(),
            false)
        : fate;
  }
}
