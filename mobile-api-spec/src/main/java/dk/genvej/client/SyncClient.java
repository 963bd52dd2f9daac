package dk.genvej.client;

import dk.genvej.api.model.Mutation;
import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.client.SyncReport.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's use of one device: records without coverage, syncs when there is some. Several
 * people on one device have a folder each, and none sees or disturbs another's.
 */
public final class SyncClient implements AutoCloseable {

  private final Path folder;
  private final Exchange exchange;
  private final InstantSource clock;
  private @Nullable Store store;
  private @Nullable Ledger ledger;

  private SyncClient(Path folder, Exchange exchange, InstantSource clock) {
    this.folder = folder;
    this.exchange = exchange;
    this.clock = clock;
  }

  /**
   * Opens what the person has on the device, or begins.
   *
   * @param home where all people's data on this device lies
   * @param user whose token the transport carries
   * @param clock the tablet's, which may be wrong
   */
  public static SyncClient open(
      Path home, UUID user, Device device, Transport transport, InstantSource clock)
      throws IOException {
    var folder = Files.createDirectories(home.resolve(user.toString()));
    var client = new SyncClient(folder, new Exchange(transport, device), clock);
    var erasure = Erasure.of(folder);
    if (erasure.isPresent()) {
      Erasure.erase(folder);
      if (!erasure.get().confirmed()) {
        return client;
      }
      Erasure.forget(folder);
    }
    client.open();
    return client;
  }

  private void open() throws IOException {
    store = Store.open(folder.resolve("journal"));
    ledger = Ledger.open(folder.resolve("ledger"));
    // A stop between the answer and the ledger.
    ledger.add(store.mutations());
  }

  /** Returns when it is on the disk: from then on it is true to call it saved. */
  public UUID record(Write write) throws IOException {
    var mutation = new Mutation(Ids.at(clock.instant()), write.operation(), now());
    mutation.setPath(write.path());
    mutation.setBaseVersion(write.baseVersion());
    mutation.setBody(write.body());
    mutation.setDependsOn(write.dependsOn().isEmpty() ? null : write.dependsOn());
    present().append(new Entry.Recorded(mutation, Json.bytes(mutation)));
    return mutation.getId();
  }

  /**
   * Sends and takes as much as the network allows.
   *
   * @throws IOException when this device's own disk fails, never because of the network
   */
  public synchronized SyncReport sync() throws IOException {
    if (store == null || ledger == null) {
      return confirm();
    }
    var report = new SyncRun(store, ledger, exchange, clock).run();
    if (report.end() == End.ERASED) {
      erase(store);
      return confirm();
    }
    store.compactWhenLarge();
    return report;
  }

  private void erase(Store kept) throws IOException {
    var status = kept.status();
    int unsent = status.waiting() + status.needAttention();
    new Erasure(now(), unsent, Ids.at(clock.instant()), false).write(folder);
    close();
    store = null;
    ledger = null;
    Erasure.erase(folder);
  }

  private SyncReport confirm() throws IOException {
    var erasure = Erasure.of(folder);
    if (erasure.isPresent() && !erasure.get().confirmed()) {
      var heard = exchange.confirmErasure(erasure.get());
      if (heard instanceof Heard.Answer || notOrdered(heard)) {
        erasure.get().done().write(folder);
      }
    }
    return new SyncReport(End.ERASED, 0, 0, null, null);
  }

  /** It was confirmed before, and the answer was lost. */
  private static boolean notOrdered(Heard heard) {
    return heard instanceof Heard.Refusal refusal && refusal.code().equals("WIPE_NOT_ORDERED");
  }

  /** The person wants it tried once more as it is. */
  public void again(UUID mutation) throws IOException {
    present().append(new Entry.Decided(mutation, Entry.Decision.AGAIN));
  }

  /** The person gives it up, for example because another has been recorded in its place. */
  public void letGo(UUID mutation) throws IOException {
    present().append(new Entry.Decided(mutation, Entry.Decision.LET_GO));
  }

  public SyncStatus status() {
    return present().status();
  }

  public boolean erased() {
    return store == null;
  }

  /** Whether the server knows that everything is erased. */
  public boolean erasureConfirmed() throws IOException {
    return Erasure.of(folder).map(Erasure::confirmed).orElse(false);
  }

  /** The citizens held, by id. */
  public Map<UUID, SyncedCitizen> citizens() {
    return present().citizens();
  }

  public boolean holdsReference() {
    return present().holdsReference();
  }

  /** The queue, oldest first, with those acknowledged in the last 90 days. */
  public List<QueuedMutation> mutations() {
    return present().mutations();
  }

  /** What the server gave last. */
  public Position position() {
    return present().position();
  }

  /** Everything the server has ever acknowledged to this person on this device. */
  public Map<UUID, MutationResult> acknowledged() {
    if (ledger == null) {
      throw new IllegalStateException("everything is erased");
    }
    return ledger.acknowledged();
  }

  /** Rewrites the journal as short as it can be. */
  public void compact() throws IOException {
    present().compact();
  }

  @Override
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }

  private Store present() {
    if (store == null) {
      throw new IllegalStateException("everything is erased");
    }
    return store;
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
