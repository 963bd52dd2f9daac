package dk.genvej.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A transport that does what networks in homes and cars do, by a seed: for trying clients and
 * servers. What it did is counted, so that a campaign can say what landed.
 */
public final class BadNetwork implements Transport {

  /** What goes wrong with one request. */
  public enum Fault {
    /** It never arrives. */
    LOST_REQUEST,
    /** It arrives, and the answer does not. */
    LOST_ANSWER,
    /** It arrives cut off, as if that were all. */
    CUT_REQUEST,
    /** The answer arrives cut off. */
    CUT_ANSWER,
    /** It arrives twice. */
    TWICE,
    /** It arrives later, after others of the same client, and nobody waits for its answer. */
    LATE
  }

  private static final List<Fault> FAULTS = List.of(Fault.values());

  private final Transport good;
  private final RandomGenerator random;
  private final double rate;
  private final Deque<Call> late = new ArrayDeque<>();
  private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

  /**
   * @param rate from 0, never, to 1, with every request
   */
  public BadNetwork(Transport good, long seed, double rate) {
    this.good = good;
    this.random = new Random(seed);
    this.rate = rate;
  }

  @Override
  public Reply send(Call call) throws IOException {
    if (!late.isEmpty() && random.nextBoolean()) {
      good.send(late.poll());
    }
    if (random.nextDouble() >= rate) {
      return good.send(call);
    }
    var fault = FAULTS.get(random.nextInt(FAULTS.size()));
    done.merge(fault, 1, Integer::sum);
    return with(fault, call);
  }

  private Reply with(Fault fault, Call call) throws IOException {
    return switch (fault) {
      case LOST_REQUEST -> throw new IOException("the request was lost");
      case LOST_ANSWER -> {
        good.send(call);
        throw new IOException("the answer was lost");
      }
      case CUT_REQUEST -> {
        good.send(new Call(call.path(), call.headers(), cut(call.body())));
        throw new IOException("the request was cut");
      }
      case CUT_ANSWER -> {
        var reply = good.send(call);
        yield new Reply(reply.status(), reply.headers(), cut(reply.body()));
      }
      case TWICE -> {
        good.send(call);
        yield good.send(call);
      }
      case LATE -> {
        late.add(call);
        throw new IOException("the request is late");
      }
    };
  }

  private byte[] cut(byte[] whole) {
    return whole.length == 0 ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
  }

  /** Delivers what is still on its way. */
  public void settle() throws IOException {
    while (!late.isEmpty()) {
      good.send(late.poll());
    }
  }

  /** How many of each. */
  public Map<Fault, Integer> done() {
    return Map.copyOf(done);
  }
}
