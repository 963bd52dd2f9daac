package dk.genvej.tracking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dk.genvej.evaluation.ScaleChange;
import dk.genvej.goal.InstrumentRegistry;
import dk.genvej.goal.Instruments;
import dk.genvej.goal.StandingScores;
import dk.genvej.shared.ArrayText;
import dk.genvej.tracking.OutcomeSteps.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be told of courses, in the transaction that is open. One rule for all: what the
 * field says now, held against what was told before ({@link OutcomeSteps}). The citizens must be
 * locked, and the clerk be the actor, so that nothing is missed that the author does not see.
 */
@Singleton
class Outcomes {

  private final FactsRepository facts;
  private final StandingScores scores;
  private final Instruments instruments;
  private final OutcomeRepository outcomes;
  private final OutcomeInstrumentRepository results;

  Outcomes(
      FactsRepository facts,
      StandingScores scores,
      InstrumentRegistry registry,
      OutcomeRepository outcomes,
      OutcomeInstrumentRepository results) {
    this.facts = facts;
    this.scores = scores;
    this.instruments = registry.instruments();
    this.outcomes = outcomes;
    this.results = results;
  }

  /** Answers how many versions were written. */
  int write(int municipality, Collection<UUID> courseIds, Occasion occasion) {
    var ids = ArrayText.of(courseIds);
    var courses = facts.courses(municipality, ids);
    var measured = scores.of(municipality, courseIds);
    var followUps =
        facts.followUps(municipality, ids).stream().collect(groupingBy(FollowUpFacts::courseId));
    var told = standing(municipality, courses);
    var writing = new OutcomeWriting(municipality, occasion);
    for (var course : courses) {
      var due =
          new DueOutcomes(
              course,
              ScaleChange.of(instruments, measured.getOrDefault(course.id(), List.of())),
              followUps.getOrDefault(course.id(), List.of()));
      writing.add(
          course,
          due.followUps(),
          OutcomeSteps.between(told.getOrDefault(course.id(), Map.of()), due.all()));
    }
    save(municipality, writing, occasion.at());
    return writing.versions().size();
  }

  private Map<UUID, Map<OutcomeKey, Standing>> standing(
      int municipality, List<CourseFacts> courses) {
    var byTracking =
        courses.stream()
            .filter(one -> one.trackingId() != null)
            .collect(toMap(one -> Objects.requireNonNull(one.trackingId()), CourseFacts::id));
    if (byTracking.isEmpty()) {
      return Map.of();
    }
    var versions = outcomes.standing(municipality, ArrayText.of(byTracking.keySet()));
    var measured = results(municipality, versions);
    return versions.stream()
        .collect(
            groupingBy(
                one -> Objects.requireNonNull(byTracking.get(one.trackingId())),
                toMap(
                    one -> one.content().key(),
                    one ->
                        new Standing(
                            one.version(),
                            new OutcomeFigures(
                                one.content(),
                                measured.getOrDefault(OutcomePlace.of(one), List.of()))))));
  }

  /** Of these versions. */
  Map<OutcomePlace, List<InstrumentResult>> results(
      int municipality, List<OutcomeVersion> versions) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    return results
        .of(
            municipality,
            texts(versions, OutcomeVersion::trackingId),
            texts(versions, OutcomeVersion::version))
        .stream()
        .collect(
            groupingBy(
                one -> new OutcomePlace(one.trackingId(), one.version()),
                mapping(OutcomeInstrument::result, toList())));
  }

  private void save(int municipality, OutcomeWriting writing, Instant now) {
    var versions = writing.versions();
    if (versions.isEmpty()) {
      return;
    }
    outcomes.count(
        municipality,
        ArrayText.of(writing.courses().keySet()),
        ArrayText.of(writing.courses().values().stream().map(OutcomePlace::trackingId).toList()),
        ArrayText.of(writing.courses().values().stream().map(OutcomePlace::version).toList()));
    outcomes.saveAll(versions);
    if (!writing.results().isEmpty()) {
      results.saveAll(writing.results());
    }
    var later = versions.stream().filter(one -> one.supersedes() != null).toList();
    if (!later.isEmpty()) {
      outcomes.supersede(
          municipality,
          texts(later, OutcomeVersion::trackingId),
          texts(later, OutcomeVersion::supersedes),
          texts(later, OutcomeVersion::version));
    }
    outcomes.deliver(
        municipality,
        texts(versions, OutcomeVersion::trackingId),
        texts(versions, OutcomeVersion::version),
        now);
  }

  private static String texts(
      List<OutcomeVersion> versions, Function<OutcomeVersion, ? extends @Nullable Object> value) {
    return ArrayText.of(versions.stream().map(value).toList());
  }
}
