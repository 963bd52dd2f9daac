package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.REFERENCE_NOT_FOUND;
import static dk.genvej.shared.ProblemCode.SCORE_ITEM_TWICE;
import static dk.genvej.shared.ProblemCode.SCORE_ITEM_UNNAMED;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An instrument filled in once: by whom, on which day, and its values (R7, R8, R56). */
public record Filling(
    String instrument,
    String instrumentVersion,
    ScorePhase phase,
    Scorer scorer,
    LocalDate scoredOn,
    List<ScoredItem> items) {

  public Filling {
    items = List.copyOf(items);
  }

  /** The same, filled in on another day. */
  Filling on(LocalDate day) {
    return new Filling(instrument, instrumentVersion, phase, scorer, day, items);
  }

  /** Each value by itself, as it is compared over time. */
  public List<Score> scores() {
    return items.stream().map(this::score).toList();
  }

  /**
   * Every reason against recording it.
   *
   * @param goals the goals of the course that stand
   */
  public List<Refusal> refuse(Instrument by, Set<UUID> goals, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    Refusal.at("/scoredOn", DATE_IN_FUTURE).when(scoredOn.isAfter(today)).ifPresent(refusals::add);
    perScale(by).forEach(refusals::add);
    var seen = new HashSet<List<String>>();
    IntStream.range(0, items.size())
        .forEach(place -> refuse(by, goals, items.get(place), place, seen).forEach(refusals::add));
    return refusals.stream().distinct().toList();
  }

  private Stream<Refusal> refuse(
      Instrument by, Set<UUID> goals, ScoredItem item, int place, Set<List<String>> seen) {
    var path = "/items/" + place;
    var goal = item.goalId();
    var own =
        Stream.of(
            Refusal.of(SCORE_ITEM_UNNAMED).when(by.itemsMinimum() > 0 && !item.named()),
            Refusal.of(SCORE_ITEM_TWICE).when(!seen.add(List.of(item.scale(), item.key()))),
            Refusal.at("/goalId", REFERENCE_NOT_FOUND).when(goal != null && !goals.contains(goal)));
    var judged = by.judge(score(item)).stream().map(one -> placed(one, path));
    return Stream.concat(own.flatMap(Optional::stream).map(one -> one.under(path)), judged);
  }

  /** Who scored stands beside the items, not in them. */
  private static Refusal placed(Refusal refusal, String path) {
    return "/scorer".equals(refusal.pointer()) ? refusal : refusal.under(path);
  }

  private Stream<Refusal> perScale(Instrument by) {
    return items.stream()
        .collect(Collectors.groupingBy(ScoredItem::scale, Collectors.counting()))
        .values()
        .stream()
        .map(by::judgeItems)
        .flatMap(Optional::stream);
  }

  private Score score(ScoredItem item) {
    return new Score(
        new ScaleKey(instrument, instrumentVersion, item.scale()),
        item.key(),
        item.value(),
        scorer,
        phase,
        scoredOn);
  }
}
