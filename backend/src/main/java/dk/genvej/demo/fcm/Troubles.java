package dk.genvej.demo.fcm;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Decides how each request fares. */
public interface Troubles {

  /**
   * @param token of the device it is meant for
   */
  Trouble next(String token);

  /** All goes well. */
  static Troubles none() {
    return _ -> Trouble.NONE;
  }

  /**
   * The share of requests that fare badly, of all kinds alike. The nth request for a token fares
   * the same in every run of a seed, in whatever order the requests come.
   */
  static Troubles of(double share, long seed, List<Trouble> kinds) {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    return token -> {
      int nth = asked.merge(token, 1, Integer::sum);
      var chance = new SplittableRandom(seed * 1_000_003 + token.hashCode() * 31L + nth);
      return chance.nextDouble() < share ? kinds.get(chance.nextInt(kinds.size())) : Trouble.NONE;
    };
  }
}
