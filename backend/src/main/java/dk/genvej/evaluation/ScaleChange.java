package dk.genvej.evaluation;

import dk.genvej.goal.Instruments;
import dk.genvej.goal.ScaleKey;
import dk.genvej.goal.Score;
import dk.genvej.goal.ScorePhase;
import dk.genvej.goal.Scoring;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a course's scores moved on one scale, from the first to the last (O7, O8). */
public record ScaleChange(ScaleKey key, ScoreChange change) {

  /**
   * Every scale that has an item scored both times, by instrument, version and scale; FSIII's
   * levels are never averaged.
   */
  public static List<ScaleChange> of(Instruments instruments, Collection<Score> scores) {
    var before = in(ScorePhase.BASELINE, scores);
    var after = in(ScorePhase.FINAL, scores);
    return after.stream()
        .map(Score::scale)
        .distinct()
        .sorted(
            Comparator.comparing(ScaleKey::instrument)
                .thenComparing(ScaleKey::version)
                .thenComparing(ScaleKey::scale))
        .flatMap(key -> of(instruments, key, before, after).stream())
        .toList();
  }

  private static Optional<ScaleChange> of(
      Instruments instruments, ScaleKey key, List<Score> before, List<Score> after) {
    return instruments
        .find(key.instrument(), key.version())
        .toOptional()
        .flatMap(one -> one.scale(key.scale()))
        .filter(scale -> scale.scoring() != Scoring.EACH)
        .flatMap(scale -> ScoreChange.of(key, scale, before, after))
        .map(change -> new ScaleChange(key, change));
  }

  private static List<Score> in(ScorePhase phase, Collection<Score> scores) {
    return scores.stream().filter(score -> score.phase() == phase).toList();
  }
}
