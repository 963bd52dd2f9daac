package dk.genvej.tracking.delivery;

import dk.genvej.shared.ArrayText;
import dk.genvej.tracking.OutcomeInstrument;
import dk.genvej.tracking.OutcomeMessage;
import dk.genvej.tracking.OutcomeVersion;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries deliveries to their receiver, a group at a time: claimed in one transaction, sent in
 * none, settled in another. An instance that dies in between leaves a claim that runs out; the
 * version is then sent again, which the receiver answers as the first time.
 */
@Singleton
public class Deliverer {

  private static final int GROUP = 100;

  /** Longer than a whole group can take with every answer at its latest. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final WorkerTransactions transactions;
  private final DeliveryRepository repository;

  Deliverer(WorkerTransactions transactions, DeliveryRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  /** One group to one receiver of a municipality; answers how many were sent. */
  int group(int municipality, String receiver, ReceiverClient client) {
    var claim = transactions.in(municipality, round -> claim(round, receiver));
    if (claim.versions().isEmpty()) {
      return 0;
    }
    var answers = SendingClient.all(client, claim.versions());
    transactions.in(
        municipality,
        round -> {
          settle(round, receiver, claim, answers);
          return answers;
        });
    return answers.size();
  }

  /** A version with the text that is sent of it. */
  record Claimed(DueDelivery due, String body) {}

  /**
   * Versions that are nobody else's for a while.
   *
   * @param until names the claim too: whoever comes late finds another, or none
   */
  private record Claim(Instant until, List<Claimed> versions) {}

  private Claim claim(Round round, String receiver) {
    int municipality = round.municipality();
    var until = round.now().plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
    var held = repository.standing(municipality, receiver).holdUntil();
    if (held != null && held.isAfter(round.now())) {
      return new Claim(until, List.of());
    }
    repository.letGo(municipality, receiver, round.now());
    var due = repository.due(municipality, receiver, round.now(), GROUP);
    if (due.isEmpty()) {
      return new Claim(until, List.of());
    }
    var ids = ArrayText.of(due.stream().map(DueDelivery::id).toList());
    repository.claim(municipality, ids, until);
    return new Claim(until, bodies(municipality, due));
  }

  private List<Claimed> bodies(int municipality, List<DueDelivery> due) {
    var ids = ArrayText.of(due.stream().map(DueDelivery::trackingId).toList());
    var versions = ArrayText.of(due.stream().map(DueDelivery::version).toList());
    var measured =
        repository.instruments(municipality, ids, versions).stream()
            .collect(Collectors.groupingBy(one -> new Key(one.trackingId(), one.version())));
    var outcomes =
        repository.outcomes(municipality, ids, versions).stream()
            .collect(
                Collectors.toMap(
                    one -> new Key(one.trackingId(), one.version()), Function.identity()));
    return due.stream()
        .map(
            one -> {
              var key = new Key(one.trackingId(), one.version());
              return new Claimed(
                  one, body(outcomes.get(key), measured.getOrDefault(key, List.of())));
            })
        .toList();
  }

  private record Key(UUID trackingId, int version) {}

  private static String body(@Nullable OutcomeVersion outcome, List<OutcomeInstrument> measured) {
    if (outcome == null) {
      throw new IllegalStateException("a delivery has its outcome");
    }
    return OutcomeMessage.text(outcome, measured.stream().map(OutcomeInstrument::result).toList());
  }

  private void settle(Round round, String receiver, Claim claim, Map<UUID, Answer> answers) {
    int municipality = round.municipality();
    var now = round.now();
    var before = repository.standing(municipality, receiver).failures();
    var settled =
        claim.versions().stream()
            .map(Claimed::due)
            .flatMap(
                due ->
                    Optional.ofNullable(answers.get(due.id()))
                        .map(answer -> Settled.after(due, answer, now, chance()))
                        .stream())
            .toList();
    write(municipality, claim, now, settled);
    release(municipality, claim, answers);
    var hold = Hold.after(answers.values(), before, now, chance());
    var accepted = answers.values().stream().anyMatch(Answer.Accepted.class::isInstance);
    repository.hold(
        municipality,
        receiver,
        hold.failures(),
        hold.until(),
        hold.reason(),
        accepted ? now : null);
  }

  private void write(int municipality, Claim claim, Instant now, List<Settled> settled) {
    repository.settle(
        municipality,
        claim.until(),
        now,
        texts(settled, Settled::id),
        texts(settled, Settled::state),
        texts(settled, Settled::nextAt),
        texts(settled, Settled::refused),
        texts(settled, Settled::status),
        texts(settled, Settled::reason));
  }

  private void release(int municipality, Claim claim, Map<UUID, Answer> answers) {
    var unsent =
        claim.versions().stream()
            .map(one -> one.due().id())
            .filter(id -> !answers.containsKey(id))
            .toList();
    if (!unsent.isEmpty()) {
      repository.release(municipality, claim.until(), ArrayText.of(unsent));
    }
  }

  /** Reasons are codes and places: nothing in them needs quoting. */
  private static String texts(
      Collection<Settled> settled, Function<Settled, ? extends @Nullable Object> value) {
    return ArrayText.of(settled.stream().map(value).toList());
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
