package dk.genvej.overview;

import dk.genvej.api.model.InstrumentChange;
import dk.genvej.evaluation.ScaleChange;
import dk.genvej.evaluation.ScoreChange;
import dk.genvej.evaluation.ScorerClass;
import dk.genvej.goal.InstrumentRegistry;
import dk.genvej.goal.Instruments;
import dk.genvej.goal.ScaleKey;
import dk.genvej.goal.Score;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingsOnDay;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a citizen's scores moved from first to last, scale by scale (O7, O8). */
@Singleton
class ScoreChanges {

  private static final String NUMBER = "[0-9]{1,6}([.][0-9]{1,4})?";

  private final Instruments instruments;

  ScoreChanges(InstrumentRegistry registry) {
    this.instruments = registry.instruments();
  }

  /** Every scale that has an item scored both times. */
  List<InstrumentChange> of(List<Score> scores, SettingsOnDay chosen) {
    return ScaleChange.of(instruments, scores).stream()
        .map(
            one ->
                view(one.key(), one.change())
                    .meaningful(meaningful(one.key(), one.change(), chosen)))
        .toList();
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
}
