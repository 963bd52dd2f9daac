package dk.genvej.course;

import dk.genvej.citizen.Citizen;
import dk.genvej.citizen.MergeListener;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Of two records of one citizen at most one has a course under way, and each condition is once. */
@Singleton
class CourseMerge implements MergeListener {

  private final Courses courses;
  private final ConditionRepository conditions;

  CourseMerge(Courses courses, ConditionRepository conditions) {
    this.courses = courses;
    this.conditions = conditions;
  }

  /** Which of two courses goes on is for those who lead them to say: one is ended first. */
  @Override
  public void merging(Work work, Citizen gone, Citizen staying) {
    if (underWay(work, gone.id()) && underWay(work, staying.id())) {
      throw RefusalException.of(ProblemCode.MERGE_TWO_OPEN_COURSES);
    }
    for (var moving : conditions.standing(work.municipality(), gone.id())) {
      conditions
          .byCode(work.municipality(), staying.id(), moving.code())
          .ifPresent(other -> retireOneOf(work, moving, other));
    }
  }

  private boolean underWay(Work work, UUID citizenId) {
    return courses.states(work, citizenId).stream().anyMatch(CourseState::open);
  }

  /** The one a course works with stands, else the one whose level was found last. */
  private void retireOneOf(Work work, Condition moving, Condition other) {
    var retired =
        Stream.of(moving, other)
            .min(
                Comparator.comparing(
                        (Condition one) -> conditions.worked(work.municipality(), one.id()))
                    .thenComparing(Condition::levelOn))
            .orElseThrow()
            .retired(work.stamp(null));
    conditions.update(retired);
    ConditionService.tell(work, "ConditionRetired", retired, null);
  }
}
