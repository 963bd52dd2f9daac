package dk.genvej.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.api.model.Clash;
import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.PushRequest;
import dk.genvej.api.model.WipeOrder;
import dk.genvej.device.Standing;
import dk.genvej.http.Problems;
import dk.genvej.http.Refs;
import dk.genvej.work.Batch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a push. */
@Singleton
class PushResults {

  /**
   * For somebody of whom nothing has ever landed: one that was not given here counts for nothing.
   */
  private static final String NOTHING_YET = "0";

  private static final int ACCEPTED = 202;
  private static final int CONFLICT = 409;

  private final Problems problems;
  private final Receipts receipts;
  private final PushRepository repository;

  PushResults(Problems problems, Receipts receipts, PushRepository repository) {
    this.problems = problems;
    this.receipts = receipts;
    this.repository = repository;
  }

  PushAnswer answer(
      Batch batch, PushRequest request, List<PushItem> items, UUID epoch, PushClock clock) {
    var results =
        items.stream().map(item -> result(batch, item).skewed(skewed(clock, item))).toList();
    var receipt = receipt(batch, request, items, epoch);
    return new PushAnswer(epoch, Refs.time(batch.now()), receipt, results, "");
  }

  /** Only said where it is so. */
  private static @Nullable Boolean skewed(PushClock clock, PushItem item) {
    return clock.skewed(item.recordedAt()) ? Boolean.TRUE : null;
  }

  /** The last of this push that stands in the ledger, or what the tablet showed. */
  private String receipt(Batch batch, PushRequest request, List<PushItem> items, UUID epoch) {
    var last = items.reversed().stream().filter(item -> item.landed().isPresent()).findFirst();
    if (last.isPresent()) {
      return receipts.give(batch.work(), new Receipts.Receipt(epoch, last.get().id()));
    }
    return Objects.requireNonNullElseGet(request.getAcknowledged(), () -> lastOfAll(batch, epoch));
  }

  private String lastOfAll(Batch batch, UUID epoch) {
    var actor = batch.actor();
    return repository.last(actor.municipality(), actor.userId()).stream()
        .findFirst()
        .map(one -> receipts.give(batch.work(), new Receipts.Receipt(epoch, one.mutation())))
        .orElse(NOTHING_YET);
  }

  Optional<WipeOrder> wipe(Batch batch, Standing standing) {
    if (standing instanceof Standing.Revoked revoked) {
      return Optional.of(new WipeOrder(Refs.time(revoked.at()), revoked.reason()));
    }
    if (!batch.blocked()) {
      return Optional.empty();
    }
    var actor = batch.actor();
    var block = repository.blocked(actor.municipality(), actor.userId());
    return Optional.of(new WipeOrder(Refs.time(block.at()), KeptReason.USER_BLOCKED.name()));
  }

  private MutationResult result(Batch batch, PushItem item) {
    var requestId = batch.work().envelope().requestId();
    return switch (item.fate().orElseThrow()) {
      case PushItem.Landed landed ->
          new MutationResult(item.id(), landed.outcome(), landed.status())
              .resourceId(landed.written().id())
              .version(landed.written().version())
              .merged(landed.merged() ? Boolean.TRUE : null);
      case PushItem.Rejected(var why) -> rejected(item, why, requestId);
      case PushItem.Conflict(var stale, var clashes) ->
          new MutationResult(item.id(), MutationOutcome.CONFLICT, CONFLICT)
              .problem(problems.of(stale, requestId))
              .version(stale.currentVersion())
              .clashes(clashes.stream().map(PushResults::clash).toList());
      case PushItem.Held(var waitsFor) ->
          new MutationResult(item.id(), MutationOutcome.HELD, ACCEPTED).waitsFor(waitsFor);
      case PushItem.Quarantined _ ->
          new MutationResult(item.id(), MutationOutcome.QUARANTINED, ACCEPTED);
      case PushItem.Suspected _, PushItem.Follows _ ->
          throw new IllegalStateException("settled before it is answered");
    };
  }

  private MutationResult rejected(PushItem item, RuntimeException why, UUID requestId) {
    var problem = problems.of(why, requestId);
    return new MutationResult(item.id(), MutationOutcome.REJECTED, problem.getStatus())
        .problem(problem);
  }

  private static Clash clash(Merge.Clash one) {
    var clash = new Clash(one.property());
    clash.setBase(text(one.base()));
    clash.setMine(text(one.mine()));
    clash.setCurrent(text(one.current()));
    return clash;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value.toString();
  }
}
