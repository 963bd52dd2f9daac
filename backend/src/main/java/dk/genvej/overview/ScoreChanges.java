package dk.genvej.overview;

import dk.genvej.api.model.InstrumentChange;
import dk.genvej.evaluation.ScoreChange;
import dk.genvej.evaluation.ScorerClass;
import dk.genvej.goal.InstrumentRegistry;
import dk.genvej.goal.Instruments;
import dk.genvej.goal.Scale;
import dk.genvej.goal.ScaleKey;
import dk.genvej.goal.Score;
import dk.genvej.goal.ScorePhase;
import dk.genvej.goal.Scorer;
import dk.genvej.goal.Scoring;
import dk.genvej.overview.CompletedCourseRepository.ScoreLine;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingsOnDay;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a citizen's scores moved from first to last, scale by scale (O7, O8). */
@Singleton
class ScoreChanges {

  private static final String NUMBER = "[0-9]{1,6}([.][0-9]{1,4})?";

  private final Instruments instruments;

  ScoreChanges(InstrumentRegistry registry) {
    this.instruments = registry.instruments();
  }

  /** Every scale that has an item scored both times; FSIII's levels are never averaged. */
  List<InstrumentChange> of(List<ScoreLine> lines, SettingsOnDay chosen) {
    var before = scores(lines, ScorePhase.BASELINE);
    var after = scores(lines, ScorePhase.FINAL);
    return after.stream()
        .map(Score::scale)
        .distinct()
        .sorted(
            Comparator.comparing(ScaleKey::instrument)
                .thenComparing(ScaleKey::version)
                .thenComparing(ScaleKey::scale))
        .flatMap(key -> change(key, before, after, chosen).stream())
        .toList();
  }

  private Optional<InstrumentChange> change(
      ScaleKey key, List<Score> before, List<Score> after, SettingsOnDay chosen) {
    return scale(key)
        .filter(scale -> scale.scoring() != Scoring.EACH)
        .flatMap(scale -> ScoreChange.of(key, scale, before, after))
        .map(change -> view(key, change).meaningful(meaningful(key, change, chosen)));
  }

  private static InstrumentChange view(ScaleKey key, ScoreChange change) {
    return new InstrumentChange(
        key.instrument(),
        key.version(),
        key.scale(),
        change.items(),
        change.before().score(),
        change.after().score(),
        change.change().score(),
        direction(change),
        change.scorers() == ScorerClass.PROXY);
  }

  private static dk.genvej.api.model.ScoreChange direction(ScoreChange change) {
    return switch (change.improvement().signum()) {
      case 1 -> dk.genvej.api.model.ScoreChange.BETTER;
      case 0 -> dk.genvej.api.model.ScoreChange.UNCHANGED;
      default -> dk.genvej.api.model.ScoreChange.WORSE;
    };
  }

  /** Null when the municipality has no threshold for the scale. */
  private static @Nullable Boolean meaningful(
      ScaleKey key, ScoreChange change, SettingsOnDay chosen) {
    var threshold =
        chosen.map(Setting.CHANGE_THAT_MATTERS).get(key.instrument() + "." + key.scale());
    return threshold == null || !threshold.matches(NUMBER)
        ? null
        : change.improvedBy(new BigDecimal(threshold));
  }

  private Optional<Scale> scale(ScaleKey key) {
    return instruments
        .find(key.instrument(), key.version())
        .toOptional()
        .flatMap(one -> one.scale(key.scale()));
  }

  private static List<Score> scores(List<ScoreLine> lines, ScorePhase phase) {
    return lines.stream()
        .filter(line -> line.phase().equals(phase.name()))
        .map(line -> score(line, phase))
        .toList();
  }

  private static Score score(ScoreLine line, ScorePhase phase) {
    return new Score(
        new ScaleKey(line.instrument(), line.instrumentVersion(), line.scale()),
        line.item(),
        line.value(),
        Scorer.valueOf(line.scorer()),
        phase,
        line.scoredOn());
  }
}
