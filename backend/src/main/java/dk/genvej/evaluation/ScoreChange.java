package dk.genvej.evaluation;

import dk.genvej.goal.Direction;
import dk.genvej.goal.Scale;
import dk.genvej.goal.ScaleKey;
import dk.genvej.goal.Score;
import dk.genvej.goal.Scoring;
import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one citizen's scores moved on one scale: means over the items scored both times, by the same
 * version of the instrument (O7, O8). Satisfaction 4, 4, 5 to 5, 5, 7 is 4.33 to 5.67 and +1.33,
 * from the exact 4/3; the shown means would give 1.34 (S3).
 */
public record ScoreChange(
    int items, Ratio before, Ratio after, Direction direction, ScorerClass scorers) {

  /** No item scored both times is no change known, which is something else than no change. */
  public static Optional<ScoreChange> of(
      ScaleKey key, Scale scale, Collection<Score> before, Collection<Score> after) {
    if (scale.scoring() == Scoring.EACH) {
      throw new IllegalArgumentException("a scale that is never averaged: " + scale.code());
    }
    var first = byItem(key, scale, before);
    var last = byItem(key, scale, after);
    first.keySet().retainAll(last.keySet());
    last.keySet().retainAll(first.keySet());
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(between(scale.direction(), first.values(), last.values()));
  }

  /** Item by item, as FSIII's levels are compared: each condition with itself. */
  public static Map<String, ScoreChange> ofEach(
      ScaleKey key, Scale scale, Collection<Score> before, Collection<Score> after) {
    var first = byItem(key, scale, before);
    var changes = new TreeMap<String, ScoreChange>();
    byItem(key, scale, after)
        .forEach(
            (item, last) ->
                Optional.ofNullable(first.get(item))
                    .map(it -> between(scale.direction(), List.of(it), List.of(last)))
                    .ifPresent(change -> changes.put(item, change)));
    return changes;
  }

  /** As shown on the scale: after less before, rounded last. */
  public Ratio change() {
    return after.minus(before);
  }

  /** The change for the better, whichever way the scale runs. */
  public Ratio improvement() {
    return switch (direction) {
      case HIGHER_IS_BETTER -> change();
      case LOWER_IS_BETTER -> change().negated();
    };
  }

  /** COPM's “øget”, and PSFS's “positivt udbytte” unless a threshold is set. */
  public boolean improved() {
    return improvement().signum() > 0;
  }

  /** Compares the exact change: 1.995, shown as 2.00, is not 2. */
  public boolean improvedBy(BigDecimal threshold) {
    return improvement().compareTo(Ratio.whole(threshold)) >= 0;
  }

  private static ScoreChange between(
      Direction direction, Collection<Score> before, Collection<Score> after) {
    var scorers = Stream.concat(before.stream(), after.stream()).map(Score::scorer).toList();
    return new ScoreChange(
        before.size(), mean(before), mean(after), direction, ScorerClass.of(scorers));
  }

  /** The latest of each item, where one was scored again; what is “not relevant” is left out. */
  private static Map<String, Score> byItem(ScaleKey key, Scale scale, Collection<Score> scores) {
    return scores.stream()
        .filter(score -> score.scale().equals(key) && scale.counts(score.value()))
        .collect(
            Collectors.toMap(
                Score::item,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparing(Score::scoredOn))));
  }

  private static Ratio mean(Collection<Score> scores) {
    List<BigDecimal> values = scores.stream().map(Score::value).toList();
    return new Ratio(
        values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal.valueOf(values.size()));
  }
}
