package dk.genvej.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a rule answers: the value it allows, or every reason it refuses for. */
public sealed interface Ruling<T> {

  record Allowed<T>(T value) implements Ruling<T> {}

  record Refused<T>(List<Refusal> refusals) implements Ruling<T> {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refused ruling needs a refusal");
      }
    }
  }

  static <T> Ruling<T> allow(T value) {
    return new Allowed<>(value);
  }

  static <T> Ruling<T> refuse(Refusal refusal) {
    return new Refused<>(List.of(refusal));
  }

  /** The value when nothing refuses it. */
  static <T> Ruling<T> unless(List<Refusal> refusals, T value) {
    return refusals.isEmpty() ? new Allowed<>(value) : new Refused<>(refusals);
  }

  /** The value when nothing refuses it. */
  static <T> Ruling<T> unless(Optional<Refusal> refusal, T value) {
    return unless(refusal.stream().toList(), value);
  }

  default <R> Ruling<R> map(Function<T, R> change) {
    return switch (this) {
      case Allowed<T>(T value) -> new Allowed<>(change.apply(value));
      case Refused<T>(List<Refusal> refusals) -> new Refused<>(refusals);
    };
  }

  default List<Refusal> refusals() {
    return switch (this) {
      case Allowed<T> _ -> List.of();
      case Refused<T>(List<Refusal> refusals) -> refusals;
    };
  }

  default Optional<T> toOptional() {
    return switch (this) {
      case Allowed<T>(T value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }
}
