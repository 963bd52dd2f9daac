package dk.genvej.demo.history;

import dk.genvej.course.ConditionFinding;
import dk.genvej.course.ConditionService;
import dk.genvej.course.CourseStart;
import dk.genvej.course.PlanService;
import dk.genvej.demo.history.LifeTeller.Telling;
import dk.genvej.goal.Filling;
import dk.genvej.goal.GoalDetails;
import dk.genvej.goal.GoalService;
import dk.genvej.goal.GoalTerms;
import dk.genvej.goal.ScorePhase;
import dk.genvej.goal.ScoredItem;
import dk.genvej.goal.Scorer;
import dk.genvej.goal.ScoresService;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.visit.ContactType;
import dk.genvej.visit.Held;
import dk.genvej.visit.VisitService;
import dk.genvej.work.Work;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the therapist does with the citizen before and between evaluations. */
@Singleton
@Requires(env = "demo")
class PlanSteps {

  /** Personlig pleje. */
  private static final UUID PERSONAL_CARE = UUID.fromString("feb38b55-c2d7-4d57-99c2-93622eaa0025");

  private static final String EVERYDAY = "HVERDAGSREHABILITERING";

  /** The version of a plan that was begun and not yet written. */
  static final int BEGUN = 1;

  private final PlanService plans;
  private final ConditionService conditions;
  private final GoalService goals;
  private final ScoresService scores;
  private final VisitService visits;
  private final CourseStart starts;

  PlanSteps(
      PlanService plans,
      ConditionService conditions,
      GoalService goals,
      ScoresService scores,
      VisitService visits,
      CourseStart starts) {
    this.plans = plans;
    this.conditions = conditions;
    this.goals = goals;
    this.scores = scores;
    this.visits = visits;
    this.starts = starts;
  }

  /** The condition is the citizen's: a later course works on the same one. */
  UUID conditionId(Telling telling) {
    return Ids.named("demo condition " + telling.person().id());
  }

  void begin(Work work, Telling telling) {
    plans.begin(work, telling.courseId());
    var words = Texts.WORDS[telling.life().number() % Texts.WORDS.length];
    plans.save(work, telling.courseId(), words, null, EVERYDAY);
  }

  /** The condition, the goals with their scores, and off it goes. */
  void start(Work work, Telling telling) {
    condition(work, telling);
    var life = telling.life();
    for (int i = 0; i < life.psfsBefore().size(); i++) {
      goals.set(work, telling.courseId(), telling.id("goal " + i), goal(telling, i));
    }
    score(work, telling, ScorePhase.BASELINE, life.psfsBefore());
    starts.activate(work, telling.courseId(), life.start());
  }

  private void condition(Work work, Telling telling) {
    conditions.put(
        work,
        telling.courseId(),
        conditionId(telling),
        new ConditionFinding(PERSONAL_CARE, 3, 1, true, work.today()));
  }

  void score(Work work, Telling telling, ScorePhase phase, List<Integer> values) {
    var items =
        IntStream.range(0, values.size())
            .mapToObj(
                i ->
                    new ScoredItem(
                        telling.id("goal " + i), null, "TOTAL", BigDecimal.valueOf(values.get(i))))
            .toList();
    scores.record(
        work,
        telling.courseId(),
        telling.id("scores " + phase),
        new Filling("PSFS", "1", phase, Scorer.CITIZEN_WITH_STAFF, work.today(), items));
  }

  /** Once a week, uploaded together every fourth. */
  void visits(Work work, Telling telling, LocalDate from) {
    for (int week = 0; week < 4; week++) {
      var at = from.plusWeeks(week).atTime(9, 30).atZone(Time.ZONE).toInstant();
      visits.record(
          work,
          telling.courseId(),
          telling.id("visit " + from.plusWeeks(week)),
          new Held(ContactType.HOME, at, BigDecimal.valueOf(45 + 15L * (week % 2)), null));
    }
  }

  private GoalDetails goal(Telling telling, int i) {
    var start = telling.life().start();
    return new GoalDetails(
        conditionId(telling),
        new GoalTerms(
            Texts.GOALS[i],
            "Hvor meget hjælp",
            "Hjælp til det meste",
            start,
            "Selv",
            start.plusDays(84)),
        true);
  }
}
