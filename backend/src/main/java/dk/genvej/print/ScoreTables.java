package dk.genvej.print;

import dk.genvej.goal.InstrumentRegistry;
import dk.genvej.goal.ScorePhase;
import dk.genvej.goal.ScoredItem;
import dk.genvej.print.EvaluationSheet.Scored;
import dk.genvej.print.PrintRepository.ScoreLine;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was scored before and now, one table for each scale. */
@Singleton
class ScoreTables {

  private final InstrumentRegistry registry;

  ScoreTables(InstrumentRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param lines oldest first; the latest of each phase counts
   */
  List<Scored> of(List<ScoreLine> lines) {
    var byScale =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    one -> List.of(one.instrument(), one.instrumentVersion(), one.scale()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byScale.values().stream()
        .map(this::table)
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private Scored table(List<ScoreLine> ofScale) {
    var items = new LinkedHashMap<String, Pair>();
    for (var line : ofScale) {
      items.merge(key(line), Pair.of(line), Pair::with);
    }
    return new Scored(
        title(ofScale.getFirst()),
        items.values().stream().filter(pair -> pair.now() != null).map(this::row).toList());
  }

  private String title(ScoreLine line) {
    var instrument = registry.get(line.instrument(), line.instrumentVersion());
    var scale = instrument.scale(line.scale()).orElseThrow().title().da();
    return instrument.title().da() + ". " + scale;
  }

  private List<String> row(Pair pair) {
    return List.of(what(pair.latest()), value(pair.before()), value(pair.now()));
  }

  private static String what(ScoreLine line) {
    var words = line.citizensWords() == null ? line.activity() : line.citizensWords();
    return Objects.requireNonNullElse(words, "I alt");
  }

  private String value(@Nullable ScoreLine line) {
    if (line == null) {
      return "Ikke scoret";
    }
    var scale =
        registry.get(line.instrument(), line.instrumentVersion()).scale(line.scale()).orElseThrow();
    return scale.counts(line.value()) ? Danish.number(line.value()) : "Ikke relevant";
  }

  private static String key(ScoreLine line) {
    return new ScoredItem(line.goalId(), line.activity(), line.scale(), line.value()).key();
  }

  /** The same item before and now. */
  private record Pair(@Nullable ScoreLine before, @Nullable ScoreLine now, ScoreLine latest) {

    static Pair of(ScoreLine line) {
      return line.phase().equals(ScorePhase.BASELINE.name())
          ? new Pair(line, null, line)
          : new Pair(null, line, line);
    }

    Pair with(Pair later) {
      return new Pair(
          later.before == null ? before : later.before,
          later.now == null ? now : later.now,
          later.latest);
    }
  }
}
