package dk.genvej.tracking.gateway;

import dk.genvej.shared.Ids;
import dk.genvej.tracking.fhir.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives every resource its id: the same as long as the record it tells of may change, another once
 * it was taken back or what belongs to one moment turned out otherwise. An id tells nothing of
 * ours.
 *
 * @param holder a number per citizen and CPR number: under another number everything is another
 * @param latest the last resource told of each source
 */
record IdBook(int municipality, String holder, Map<SourceKey, Told> latest) {

  /**
   * @param before the last form of everything that was told
   */
  static IdBook of(int municipality, String holder, List<Told> before) {
    return new IdBook(
        municipality,
        holder,
        before.stream()
            .collect(
                Collectors.toMap(
                    Told::source,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparingInt(Told::generation)))));
  }

  boolean knows(SourceKey source) {
    return latest.containsKey(source);
  }

  /** Of something that may change as long as it lasts. */
  Numbered number(SourceKey source) {
    return number(source, "");
  }

  Numbered number(SourceKey source, String identity) {
    int generation = generation(source, identity);
    return new Numbered(
        source,
        generation,
        identity,
        Ids.named(
                "gateway %d %s %s %s %d"
                    .formatted(municipality, holder, source.kind(), source.source(), generation))
            .toString());
  }

  private int generation(SourceKey source, String identity) {
    var last = latest.get(source);
    if (last == null) {
      return 1;
    }
    var corrected = !last.identity().isEmpty() && !last.identity().equals(identity);
    return corrected || last.resource().isInError() ? last.generation() + 1 : last.generation();
  }

  /** A resource that has its id and is not written yet. */
  record Numbered(SourceKey source, int generation, String identity, String id) {

    Told told(@Nullable UUID courseId, Resource resource) {
      return new Told(source, generation, identity, courseId, resource);
    }
  }
}
