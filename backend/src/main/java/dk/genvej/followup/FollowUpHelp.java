package dk.genvej.followup;

import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.course.Course;
import dk.genvej.referral.Help;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.HelpMoment;
import dk.genvej.referral.HelpPlace;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The help granted at the follow-ups of a course, a snapshot each (R32). */
@Singleton
class FollowUpHelp {

  private final HelpFigures figures;

  FollowUpHelp(HelpFigures figures) {
    this.figures = figures;
  }

  /** What was granted must be known: “ikke opgjort” tells nothing of what is left of a gain. */
  Help.Assessed judge(Work work, HelpFigureDraft draft, LocalDate day) {
    return assessed(RefusalException.valueOf(figures.judge(work, draft, day, "/help")))
        .orElseThrow(() -> RefusalException.of(Refusal.at("/help", ProblemCode.AFTER_MISSING)));
  }

  /** After an annulled record, the next version of its figure, for the reason it was annulled. */
  void record(
      Work work, Course course, FollowUp followUp, Help.Assessed granted, LocalDate heldOn) {
    var place =
        HelpPlace.ofFollowUp(course.citizenId(), course.referralId(), course.id(), followUp.id());
    figures.record(work, place, granted.basis(), granted, heldOn, followUp.annulledReason());
  }

  Optional<Help.Assessed> after(Work work, Course course) {
    return figures
        .find(work, course.referralId(), HelpMoment.AFTER)
        .flatMap(recorded -> assessed(recorded.help()));
  }

  /** By follow-up; the figure of an annulled record is still among them. */
  Map<UUID, RecordedHelp> byFollowUp(Work work, Course course) {
    return figures.of(work, course.referralId()).stream()
        .filter(one -> one.moment() == HelpMoment.FOLLOW_UP)
        .collect(Collectors.toMap(RecordedHelp::followUpId, Function.identity()));
  }

  static Optional<Help.Assessed> assessed(Help help) {
    return help instanceof Help.Assessed known ? Optional.of(known) : Optional.empty();
  }
}
