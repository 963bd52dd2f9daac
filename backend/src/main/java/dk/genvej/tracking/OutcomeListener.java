package dk.genvej.tracking;

import dk.genvej.access.Actors;
import dk.genvej.audit.AuditLog.Made;
import dk.genvej.shared.ArrayText;
import dk.genvej.tracking.FactsRepository.Found;
import dk.genvej.work.ChangeListener;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes outcomes in the transaction of the change they follow from. A change about a course that
 * nobody was told of costs at most one look-up, and a queue no more than that in all.
 */
@Singleton
class OutcomeListener implements ChangeListener {

  private final FactsRepository facts;
  private final Outcomes outcomes;
  private final Actors actors;

  OutcomeListener(FactsRepository facts, Outcomes outcomes, Actors actors) {
    this.facts = facts;
    this.outcomes = outcomes;
    this.actors = actors;
  }

  @Override
  public void changed(int municipality, List<Made> made) {
    var touched = Touched.by(made.stream().flatMap(OutcomeListener::touches).toList());
    var courses = new HashSet<>(touched.ended());
    courses.addAll(told(municipality, touched));
    if (!courses.isEmpty()) {
      write(municipality, courses, made, touched);
    }
  }

  private Set<UUID> told(int municipality, Touched touched) {
    if (touched.courses().isEmpty() && touched.citizens().isEmpty()) {
      return Set.of();
    }
    var found = new HashSet<UUID>();
    facts
        .told(municipality, ArrayText.of(touched.courses()), ArrayText.of(touched.citizens()))
        .stream()
        .map(Found::id)
        .forEach(found::add);
    return found;
  }

  private void write(int municipality, Set<UUID> courses, List<Made> made, Touched touched) {
    var last = made.getLast();
    var occasion = new Occasion(last.origin().receivedAt(), last.historic(), touched.causes());
    actors.asClerk(
        municipality, occasion.at(), () -> outcomes.write(municipality, courses, occasion));
  }

  private static Stream<Touch> touches(Made made) {
    return made.changes().stream()
        .map(
            one ->
                new Touch(
                    one.kind(),
                    new Cause(one.recordType(), one.recordId(), one.version()),
                    one.citizenId(),
                    one.courseId(),
                    made.historic()));
  }
}
