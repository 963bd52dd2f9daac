package dk.genvej.shared;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An expected "no": which one, where in the request (a JSON pointer, if anywhere), and the values
 * its text needs. Arguments never hold a name, a CPR number or free text, as they reach logs.
 */
public record Refusal(ProblemCode code, @Nullable String pointer, Map<String, String> arguments) {

  public Refusal {
    arguments = Map.copyOf(arguments);
  }

  public static Refusal of(ProblemCode code) {
    return new Refusal(code, null, Map.of());
  }

  public static Refusal at(String pointer, ProblemCode code) {
    return new Refusal(code, pointer, Map.of());
  }

  public Refusal with(String name, Object value) {
    var more = new TreeMap<>(arguments);
    more.put(name, value.toString());
    return new Refusal(code, pointer, more);
  }

  /**
   * The same, where what was judged stands deeper in the request: {@code /shadow} + {@code
   * /services}.
   */
  public Refusal under(String prefix) {
    return new Refusal(code, pointer == null ? prefix : prefix + pointer, arguments);
  }

  /** The refusal, when the condition for it holds. */
  public Optional<Refusal> when(boolean refused) {
    return refused ? Optional.of(this) : Optional.empty();
  }
}
