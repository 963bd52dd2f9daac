package dk.genvej.check.push;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.demo.fcm.Received;
import dk.genvej.demo.fcm.Trouble;
import dk.genvej.demo.fcm.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stand-in of FCM for instances under trial, which keeps everything it was sent. */
public final class PushWatch implements AutoCloseable {

  private static final String PROJECT = "genvej-check";

  /** How many requests of a hundred fare badly (R10). */
  private static final double SHARE = 0.3;

  private final FcmStandIn fcm;
  private final Path key;
  private final Duration patience;
  private @Nullable PushPeople people;

  private PushWatch(FcmStandIn fcm, Path key, Duration patience) {
    this.fcm = fcm;
    this.key = key;
    this.patience = patience;
  }

  /**
   * @param folder for the key by which the instances show who they are
   * @param patience of the instances with one request. Long enough that a busy machine is not taken
   *     for a dead one: an answer that comes too late is as good as lost to the sender, while the
   *     stand-in believes that it told it
   */
  public static PushWatch start(Path folder, Supplier<Instant> clock, Duration patience)
      throws IOException {
    var fcm = FcmStandIn.start(PROJECT, clock, Integer.MAX_VALUE);
    fcm.silentFor(patience.plusMillis(500));
    var key = Files.writeString(folder.resolve("fcm-key.json"), fcm.keyFile());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return new PushWatch(fcm, key, patience);
  }

  /** From now on three requests of ten fare badly, in every way there is. */
  public void storm(long seed) {
    fcm.with(Troubles.of(SHARE, seed, List.copyOf(EnumSet.complementOf(EnumSet.of(Trouble.NONE)))));
  }

  /** Of an instance that pushes here. */
  public Map<String, Object> settings() {
    return Map.of(
        "genvej.push.key-file",
        key.toString(),
        "genvej.push.base-address",
        fcm.address(),
        "genvej.push.read-time",
        patience.toMillis() + "ms",
        "genvej.push.batch-time",
        "20s");
  }

  List<Received> received() {
    return fcm.received();
  }

  /** Gives these people devices that can be woken; a dead token is replaced now and then. */
  public void equip(
      Connection superuser, int municipality, Collection<UUID> staff, Instant now, long seed)
      throws SQLException {
    people = new PushPeople(superuser, municipality, seed);
    people.equip(staff, now);
  }

  /** Half of those whose token has died install the app anew. */
  public void reinstall(Instant now) throws SQLException {
    equipped().reinstall(now);
  }

  private PushPeople equipped() {
    return Objects.requireNonNull(people, "equip first");
  }

  /** When the next push that is not done may be sent; empty when all are. */
  public static Optional<Instant> next(Connection superuser, int municipality) throws SQLException {
    return PushRows.next(superuser, municipality);
  }

  /**
   * How it went, to be asked when all is done.
   *
   * @param text for the record
   */
  public record Verdict(List<String> faults, String text) {}

  public Verdict verdict(Connection superuser, int municipality) throws SQLException {
    var rows = PushRows.all(superuser, municipality);
    var received = received();
    var faults = faults(received, equipped(), rows);
    long badly = received.stream().filter(one -> one.trouble() != Trouble.NONE).count();
    return new Verdict(
        faults,
        "%d pushes in %d requests, %d of which fared badly: %d faults%n"
            .formatted(rows.size(), received.size(), badly, faults.size()));
  }

  /** What R10 and S12 forbid. */
  static List<String> faults(List<Received> received, PushPeople people, List<PushRows.Row> rows) {
    var faults = new ArrayList<>(PushJudge.faults(received, people::device, rows));
    received.stream()
        .flatMap(one -> WireAllowList.faults(one.body()).stream())
        .distinct()
        .forEach(field -> faults.add("on the wire and not allowed: " + field));
    var words = PersonalWords.ofTheDemo();
    received.stream()
        .filter(one -> !words.in(one.body()).isEmpty())
        .forEach(one -> faults.add("request %d holds somebody's words".formatted(one.nth())));
    return faults;
  }

  @Override
  public void close() {
    fcm.close();
  }
}
