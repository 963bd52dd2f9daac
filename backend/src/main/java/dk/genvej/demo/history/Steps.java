package dk.genvej.demo.history;

import dk.genvej.api.model.AssessmentDraft;
import dk.genvej.api.model.HelpBasis;
import dk.genvej.api.model.HelpBeforeStart;
import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.api.model.HelpService;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.api.model.ReferralDraft;
import dk.genvej.api.model.ReferralKind;
import dk.genvej.api.model.ReferralReason;
import dk.genvej.api.model.ReferralSource;
import dk.genvej.citizen.Age;
import dk.genvej.course.CourseAssignments;
import dk.genvej.course.CourseEnding;
import dk.genvej.course.Stop;
import dk.genvej.course.StopReason;
import dk.genvej.demo.history.LifeTeller.Telling;
import dk.genvej.evaluation.EvaluationService;
import dk.genvej.evaluation.Findings;
import dk.genvej.evaluation.GoalFound;
import dk.genvej.evaluation.LevelFound;
import dk.genvej.evaluation.RevisitationService;
import dk.genvej.followup.FollowUpResult;
import dk.genvej.followup.FollowUpService;
import dk.genvej.goal.GoalStatus;
import dk.genvej.goal.ScorePhase;
import dk.genvej.referral.ReferralService;
import dk.genvej.work.Work;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a life, each a call of the service that a request would call. */
@Singleton
@Requires(env = "demo")
class Steps {

  /** In force on 1 July 2025; whom it covers is a judgement, here everybody from 67. */
  private static final LocalDate ELDERLY_ACT = LocalDate.of(2025, 7, 1);

  private static final int PENSION_AGE = 67;

  /** The version of a contact that was opened and assessed: help is recorded on it. */
  static final int ASSESSED = 2;

  private final HistoryRepository history;
  private final ReferralService referrals;
  private final CourseAssignments assignments;
  private final PlanSteps plans;
  private final CourseEnding endings;
  private final EvaluationService evaluations;
  private final RevisitationService revisitations;
  private final FollowUpService followUps;

  Steps(
      HistoryRepository history,
      ReferralService referrals,
      CourseAssignments assignments,
      PlanSteps plans,
      CourseEnding endings,
      EvaluationService evaluations,
      RevisitationService revisitations,
      FollowUpService followUps) {
    this.history = history;
    this.referrals = referrals;
    this.assignments = assignments;
    this.plans = plans;
    this.endings = endings;
    this.evaluations = evaluations;
    this.revisitations = revisitations;
    this.followUps = followUps;
  }

  void contact(Work work, Telling telling) {
    var life = telling.life();
    referrals.open(
        work,
        new ReferralDraft(
                telling.referralId(),
                telling.person().id(),
                ReferralKind.HOME_CARE,
                pick(ReferralSource.values(), life.number()),
                life.contact())
            .reason(pick(ReferralReason.values(), life.number())));
    referrals.assess(
        work,
        telling.referralId(),
        new AssessmentDraft(
            life.ending() != Ending.UNSUITABLE,
            pick(ReferralReason.values(), life.number()),
            pick(Texts.REASONS, life.number()),
            life.contact(),
            underElderlyAct(telling) ? LegalBasis.AELDRELOVEN_10 : LegalBasis.SEL_83_A));
  }

  void help(Work work, Telling telling) {
    var life = telling.life();
    referrals.recordHelp(
        work,
        telling.referralId(),
        new HelpBeforeStart(figure(telling, life.before()), figure(telling, life.shadow())));
  }

  void refer(Work work, Telling telling) {
    var therapist = telling.therapist().id();
    assignments.refer(work, telling.referralId(), telling.courseId(), therapist, null);
  }

  void stop(Work work, Telling telling) {
    var life = telling.life();
    var reasons = List.of(StopReason.DECLINED, StopReason.NURSING_HOME, StopReason.MOVED_AWAY);
    endings.stop(
        work,
        telling.courseId(),
        new Stop(life.stopped(), reasons.get(life.number() % reasons.size()), ""));
  }

  void evaluate(Work work, Telling telling) {
    var life = telling.life();
    plans.score(work, telling, ScorePhase.FINAL, life.psfsAfter());
    boolean better = life.ending() == Ending.SELF_RELIANT || life.ending() == Ending.LESS_HELP;
    var goals =
        IntStream.range(0, life.psfsBefore().size())
            .mapToObj(
                i ->
                    new GoalFound(
                        telling.id("goal " + i),
                        life.psfsAfter().get(i) > life.psfsBefore().get(i) + 1
                            ? GoalStatus.ACHIEVED
                            : better ? GoalStatus.PARTLY : GoalStatus.NOT_ACHIEVED))
            .toList();
    var evaluation = history.twelveWeek(work.municipality(), telling.courseId()).getFirst().told();
    evaluations.submit(
        work,
        evaluation,
        new Findings(
            life.evaluated(),
            "Borgeren rejser til familie.",
            pick(Texts.VOICES, life.number()),
            null,
            "Se mål og niveau.",
            List.of(new LevelFound(plans.conditionId(telling), better ? 1 : 3)),
            goals));
  }

  void revisit(Work work, Telling telling) {
    revisitations.revisit(
        work,
        telling.courseId(),
        telling.id("revisitation"),
        telling.life().revisited(),
        figure(telling, telling.life().after()));
  }

  void review(Work work, Telling telling) {
    endings.review(work, telling.courseId(), "Gennemgået.");
  }

  void followUp(Work work, Telling telling, int month, int minutes) {
    var due = history.followUp(work.municipality(), telling.courseId(), month);
    if (!due.isEmpty()) {
      followUps.record(
          work,
          due.getFirst().told(),
          work.today(),
          figure(telling, minutes),
          FollowUpResult.CONTINUES);
    }
  }

  /** Minutes per service, or under Ældreloven the level of the municipality's care course. */
  private static HelpFigureDraft figure(Telling telling, int minutes) {
    if (underElderlyAct(telling)) {
      return new HelpFigureDraft(HelpBasis.COURSE_LEVEL, false)
          .courseLevelCode(Levels.nearest(minutes));
    }
    var cleaning = minutes / 4;
    var services =
        minutes == 0
            ? List.<HelpService>of()
            : List.of(
                new HelpService("PERSONAL_CARE", BigDecimal.valueOf(minutes - cleaning), 1),
                new HelpService("PRACTICAL_HELP", BigDecimal.valueOf(2L * cleaning), 2));
    return new HelpFigureDraft(HelpBasis.MINUTES, false).services(services);
  }

  private static boolean underElderlyAct(Telling telling) {
    var decided = telling.life().contact();
    return !decided.isBefore(ELDERLY_ACT)
        && Age.on(decided, telling.person().birthDate()).years() >= PENSION_AGE;
  }

  private static <T> T pick(T[] from, int number) {
    return from[number % from.length];
  }
}
