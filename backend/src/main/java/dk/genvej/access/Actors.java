package dk.genvej.access;

import dk.genvej.access.AccessRepository.Arrival;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bearer of a token the actor of the running transaction.
 *
 * <p>User, block and substitutions are read in every transaction, so access ends the minute it is
 * taken. Units are kept in memory for one version of the tree, and a scope that was stored once is
 * not stored again. The actor somebody was last time is set together with the municipality, and
 * again only when they have become another: until then nothing is read that hangs on the actor.
 */
@Singleton
public class Actors {

  /** Enters in the middle of others' transactions, so it is never known to have committed. */
  private static final String CLERK = "clerk";

  private final AccessRepository repository;
  private final ConcurrentHashMap<Integer, VersionedUnits> trees = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, UUID> stored = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Arriver, UUID> last = new ConcurrentHashMap<>();

  Actors(AccessRepository repository) {
    this.repository = repository;
  }

  /** Sets municipality, day and actor on the open transaction; row level security reads them. */
  public Actor enter(Identity identity, LocalDate today, Instant now) {
    return enter(identity, null, today, now);
  }

  /**
   * As above, by a device that must not be revoked (R69).
   *
   * @param deviceId null where the request names none
   */
  public Actor enter(Identity identity, @Nullable UUID deviceId, LocalDate today, Instant now) {
    var admitted = admit(identity, deviceId, today, now);
    if (admitted.blocked()) {
      throw RefusalException.of(ProblemCode.USER_BLOCKED);
    }
    if (admitted.deviceRevoked()) {
      throw RefusalException.of(ProblemCode.DEVICE_REVOKED);
    }
    return admitted.actor();
  }

  /**
   * As above, with a blocked user too, on whatever device: what such a one hands in goes into
   * quarantine.
   */
  public Admitted admit(Identity identity, LocalDate today, Instant now) {
    return admit(identity, null, today, now);
  }

  private Admitted admit(Identity identity, @Nullable UUID deviceId, LocalDate today, Instant now) {
    int municipality = identity.municipality();
    var arriver = new Arriver(municipality, identity.subject());
    var expected = last.get(arriver);
    var key = expected == null ? "" : expected.toString();
    var arrivals = arrivals(identity, deviceId, today, now, key);
    var first = arrivals.getFirst();
    var userId = Objects.requireNonNull(first.userId(), "arrived");
    var scope =
        Scope.of(userId, identity.assignments(), lent(arrivals), units(municipality, first));
    store(identity, scope);
    if (!scope.key().equals(expected)) {
      repository.enterActor(scope.key().toString());
      last.put(arriver, scope.key());
    }
    var actor =
        new Actor(
            municipality,
            userId,
            identity.name(),
            identity.assignments(),
            scope.roles(),
            scope.key());
    return new Admitted(actor, first.blocked(), first.deviceRevoked());
  }

  /** Somebody with a valid token, whether or not blocked, on a device that may be revoked. */
  public record Admitted(Actor actor, boolean blocked, boolean deviceRevoked) {}

  /**
   * Looks something up as the system's own clerk, who sees all citizens of the municipality: whom a
   * write is about that its author can no longer see. Nothing of it reaches the author.
   */
  public <T> T asClerk(Actor actor, LocalDate today, Instant now, Supplier<T> lookup) {
    return asClerk(actor.municipality(), actor.scopeKey().toString(), today, now, lookup);
  }

  /** As above for what a write sets off, whoever is the actor of the open transaction. */
  public <T> T asClerk(int municipality, Instant now, Supplier<T> act) {
    return asClerk(municipality, repository.actorKey(), Time.dayOf(now), now, act);
  }

  private <T> T asClerk(
      int municipality, String actorKey, LocalDate today, Instant now, Supplier<T> act) {
    var units = Objects.requireNonNull(trees.get(municipality), "entered").units();
    var root = new Assignment(Role.VISITATOR, units.root());
    enter(new Identity(municipality, CLERK, "Genvej", List.of(root)), today, now);
    var done = act.get();
    repository.enterActor(actorKey);
    return done;
  }

  /** The transaction that entered this actor has committed: its scope rows stand. */
  public void committed(Actor actor) {
    stored.put(actor.userId(), actor.scopeKey());
  }

  /** The units of the municipality of the open transaction. */
  public Units units(Actor actor) {
    return Objects.requireNonNull(trees.get(actor.municipality()), "entered").units();
  }

  private List<Arrival> arrivals(
      Identity identity,
      @Nullable UUID deviceId,
      LocalDate today,
      Instant now,
      String expectedKey) {
    int municipality = identity.municipality();
    var subject = identity.subject();
    var arrivals = repository.arrive(municipality, today, subject, expectedKey, deviceId);
    if (arrivals.isEmpty()) {
      throw RefusalException.of(ProblemCode.UNKNOWN_MUNICIPALITY);
    }
    if (arrivals.getFirst().userId() == null) {
      var id = Ids.named("user " + municipality + " " + subject);
      repository.addUser(municipality, id, subject, identity.name(), now);
      return repository.arrive(municipality, today, subject, expectedKey, deviceId);
    }
    return arrivals;
  }

  private static List<Scope.Lent> lent(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(row -> row.absentId() != null && row.lentUnitId() != null)
        .map(
            row ->
                new Scope.Lent(
                    row.absentId(),
                    new Assignment(
                        Role.valueOf(
                            Objects.requireNonNull(row.lentRole(), "a lent unit has a lent role")),
                        row.lentUnitId())))
        .toList();
  }

  private Units units(int municipality, Arrival arrival) {
    return trees
        .compute(
            municipality,
            (_, known) ->
                known != null && known.version() == arrival.unitsVersion()
                    ? known
                    : new VersionedUnits(
                        arrival.unitsVersion(), new Units(repository.units(municipality))))
        .units();
  }

  /**
   * Another scope than the user's last comes with other roles. In the open transaction: if a
   * refusal takes the rows back, the next request writes them again.
   */
  private void store(Identity identity, Scope scope) {
    var key = scope.key();
    if (key.equals(stored.get(scope.userId()))) {
      return;
    }
    int municipality = identity.municipality();
    if (identity.subject().equals(CLERK) && repository.stands(municipality, key)) {
      return;
    }
    for (var row : scope.rows()) {
      repository.addScope(municipality, key, row.kind(), row.scopeId(), row.role().name());
    }
    repository.clearMemberships(municipality, scope.userId());
    for (var held : identity.assignments()) {
      repository.addMembership(municipality, scope.userId(), held.role().name(), held.unitId());
    }
  }

  /** Whose token it is; the same person may have one in two municipalities. */
  private record Arriver(int municipality, String subject) {}

  private record VersionedUnits(int version, Units units) {}
}
