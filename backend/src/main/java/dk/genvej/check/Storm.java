package dk.genvej.check;

import dk.genvej.receiver.Weather;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bad weather by seed: faults of every kind on three requests of ten, and versions that are refused
 * whenever they come. The weather alone refuses none three times, which would be poison.
 */
final class Storm implements Weather {

  private static final int OF_TEN = 3;
  private static final List<Fault> FAULTS =
      List.of(Fault.values()).stream().filter(one -> one != Fault.NONE).toList();

  private final long seed;
  private final Map<Key, Integer> tries = new ConcurrentHashMap<>();
  private final Map<Key, Integer> refused = new ConcurrentHashMap<>();
  private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
  private volatile Set<Key> poison = Set.of();
  private volatile boolean calm;

  Storm(long seed) {
    this.seed = seed;
  }

  record Key(UUID trackingId, int version) {}

  /** These are refused until the storm is over. */
  void poison(Set<Key> versions) {
    poison = Set.copyOf(versions);
  }

  Set<Key> poison() {
    return poison;
  }

  /** From now on all is well, for the poisoned too. */
  void over() {
    calm = true;
    poison = Set.of();
  }

  int tries(Key key) {
    return tries.getOrDefault(key, 0);
  }

  synchronized Map<Fault, Integer> done() {
    return new EnumMap<>(done);
  }

  @Override
  public Fault over(UUID trackingId, int version) {
    var key = new Key(trackingId, version);
    int number = tries.merge(key, 1, Integer::sum);
    var fault = poison.contains(key) ? Fault.BAD_REQUEST : fault(key, number);
    count(fault);
    return fault;
  }

  private Fault fault(Key key, int number) {
    if (calm) {
      return Fault.NONE;
    }
    var random = new Random(seed ^ key.hashCode() * 31L + number);
    random.nextInt();
    var fault =
        random.nextInt(10) < OF_TEN ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
    return fault == Fault.BAD_REQUEST && refused.merge(key, 1, Integer::sum) >= 3
        ? Fault.NONE
        : fault;
  }

  private synchronized void count(Fault fault) {
    done.merge(fault, 1, Integer::sum);
  }
}
