package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.SCORER_NOT_ALLOWED;
import static dk.genvej.shared.ProblemCode.SCORE_TOO_MANY_ITEMS;
import static dk.genvej.shared.ProblemCode.UNKNOWN_SCALE;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Title;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code registry/instruments.json}: a measure, in one version. Only what a score needs
 * is kept; no form is shipped.
 *
 * @param version ours: another range, direction or item list is another version, and versions are
 *     never compared
 * @param itemsMinimum least named items at a time; 0 when the instrument scores the person as a
 *     whole
 * @param itemsMaximum most items at a time on one scale
 * @param caution on its licence, where one is needed or the text is not free
 */
public record Instrument(
    String code,
    String version,
    Title title,
    List<Scale> scales,
    int itemsMinimum,
    int itemsMaximum,
    List<ChangeThatMatters> changesThatMatter,
    Set<Scorer> scorers,
    String source,
    @Nullable Title caution) {

  public Instrument {
    scales = List.copyOf(scales);
    changesThatMatter = List.copyOf(changesThatMatter);
    scorers = Set.copyOf(scorers);
  }

  public Optional<Scale> scale(String scaleCode) {
    return scales.stream().filter(scale -> scale.code().equals(scaleCode)).findFirst();
  }

  /** Every reason against recording the score. */
  public List<Refusal> judge(Score score) {
    var value =
        scale(score.scale().scale())
            .map(scale -> scale.judge(score.value()))
            .orElseGet(() -> Refusal.at("/scale", UNKNOWN_SCALE).when(true));
    var scorer = Refusal.at("/scorer", SCORER_NOT_ALLOWED).when(!scorers.contains(score.scorer()));
    return Stream.of(value, scorer).flatMap(Optional::stream).toList();
  }

  /** COPM and PSFS hold one to five activities on each scale. */
  public Optional<Refusal> judgeItems(long items) {
    return Refusal.at("/items", SCORE_TOO_MANY_ITEMS)
        .with("min", itemsMinimum)
        .with("max", itemsMaximum)
        .when(items < itemsMinimum || items > itemsMaximum);
  }
}
