package dk.genvej.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a use case that the rules refuse, and rolls its transaction back.
 *
 * <p>Rules answer with values ({@link Ruling}); a service turns a "no" into this one exception, and
 * exactly two places catch it: the HTTP edge, and later the upload of a tablet's queue. It carries
 * no stack trace, because nobody debugs an expected "no".
 */
public final class RefusalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;
  private final @Nullable Integer currentVersion;

  public RefusalException(List<Refusal> refusals, @Nullable Integer currentVersion) {
    super(refusals.getFirst().code().name(), null, false, false);
    this.refusals = List.copyOf(refusals);
    this.currentVersion = currentVersion;
  }

  public static RefusalException of(ProblemCode code) {
    return new RefusalException(List.of(Refusal.of(code)), null);
  }

  public static RefusalException of(Refusal refusal) {
    return new RefusalException(List.of(refusal), null);
  }

  /** The edit was based on another version than the one that stands. */
  public static RefusalException stale(int currentVersion) {
    return new RefusalException(
        List.of(Refusal.of(ProblemCode.VERSION_STALE).with("current", currentVersion)),
        currentVersion);
  }

  /** Throws when there is anything to refuse. */
  public static void throwIfAny(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new RefusalException(refusals, null);
    }
  }

  /** The allowed value, or this exception with every reason. */
  public static <T> T valueOf(Ruling<T> ruling) {
    return switch (ruling) {
      case Ruling.Allowed<T>(T value) -> value;
      case Ruling.Refused<T>(List<Refusal> refusals) -> throw new RefusalException(refusals, null);
    };
  }

  public List<Refusal> refusals() {
    return refusals;
  }

  public @Nullable Integer currentVersion() {
    return currentVersion;
  }
}
