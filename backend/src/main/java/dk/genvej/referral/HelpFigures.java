package dk.genvej.referral;

import dk.genvej.api.model.HelpFigure;
import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.api.model.HelpService;
import dk.genvej.audit.Change;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Ruling;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Help figures as every package meets them: judged as they are sent, kept in versions, read and
 * shown. Who may record one, and when, is asked before.
 */
@Singleton
public class HelpFigures {

  private final RecordedHelpRepository repository;
  private final Settings settings;

  HelpFigures(RecordedHelpRepository repository, Settings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  /**
   * The figure as sent, or every reason against it.
   *
   * @param day whose course levels count, and which the figure is recorded on
   * @param pointer where the figure stands in the request, for example {@code /after}
   */
  public Ruling<Help> judge(Work work, HelpFigureDraft draft, LocalDate day, String pointer) {
    var levels = settings.on(work, day).map(Setting.COURSE_LEVELS);
    return switch (draft(draft).judge(levels)) {
      case Ruling.Allowed<Help> allowed -> allowed;
      case Ruling.Refused<Help>(List<Refusal> refusals) ->
          new Ruling.Refused<>(refusals.stream().map(no -> no.under(pointer)).toList());
    };
  }

  /** As {@link #judge}, then kept: the first version, or the next of what stands in the place. */
  public RecordedHelp record(
      Work work,
      HelpPlace place,
      HelpFigureDraft draft,
      LocalDate day,
      String pointer,
      @Nullable String reason) {
    var help = RefusalException.valueOf(judge(work, draft, day, pointer));
    return record(work, place, HelpBasis.valueOf(draft.getBasis().getValue()), help, day, reason);
  }

  /**
   * Keeps a figure that is judged. The citizen must be locked.
   *
   * @param reason why, when what stood was wrong
   */
  public RecordedHelp record(
      Work work,
      HelpPlace place,
      HelpBasis basis,
      Help help,
      LocalDate day,
      @Nullable String reason) {
    return record(work, Ids.next(), place, basis, help, day, reason);
  }

  /**
   * As above.
   *
   * @param newId what the figure is named if it is the first in its place, where a client made it
   */
  public RecordedHelp record(
      Work work,
      UUID newId,
      HelpPlace place,
      HelpBasis basis,
      Help help,
      LocalDate day,
      @Nullable String reason) {
    var standing = find(work, place);
    var id = standing.map(RecordedHelp::id).orElse(newId);
    var version = standing.map(RecordedHelp::version).orElse(0) + 1;
    var recorded = of(work, place, id, version, basis, help, day, reason);
    if (version == 1) {
      repository.save(recorded);
    } else {
      repository.update(recorded);
    }
    tell(work, place, recorded);
    return recorded;
  }

  public Optional<RecordedHelp> find(Work work, HelpPlace place) {
    return of(work, place.referralId()).stream()
        .filter(one -> one.moment() == place.moment())
        .filter(one -> Objects.equals(one.followUpId(), place.followUpId()))
        .findFirst();
  }

  /** The before, shadow or after of a contact. */
  public Optional<RecordedHelp> find(Work work, UUID referralId, HelpMoment moment) {
    return of(work, referralId).stream().filter(one -> one.moment() == moment).findFirst();
  }

  /** All figures of a contact and its course. */
  public List<RecordedHelp> of(Work work, UUID referralId) {
    return of(work, List.of(referralId));
  }

  /** All figures of several contacts and their courses, those of one contact together. */
  public List<RecordedHelp> of(Work work, List<UUID> referralIds) {
    return referralIds.isEmpty()
        ? List.of()
        : repository.ofReferrals(work.municipality(), ArrayText.of(referralIds));
  }

  public static HelpFigure view(RecordedHelp help) {
    var basis = dk.genvej.api.model.HelpBasis.fromValue(help.basis().name());
    var view = new HelpFigure(basis, help.notAssessed(), help.recordedOn());
    if (help.help() instanceof Help.Minutes(var services)) {
      view.setServices(services.stream().map(HelpFigures::view).toList());
    }
    view.setCourseLevelCode(help.courseLevelCode());
    view.setMinutesPerWeek(help.minutesPerWeek());
    return view;
  }

  private static HelpService view(ServiceHelp one) {
    return new HelpService(one.service(), one.minutes(), one.everyWeeks());
  }

  static HelpDraft draft(HelpFigureDraft draft) {
    var services = draft.getServices();
    return new HelpDraft(
        HelpBasis.valueOf(draft.getBasis().getValue()),
        draft.getNotAssessed(),
        services == null ? null : services.stream().map(HelpFigures::service).toList(),
        draft.getCourseLevelCode());
  }

  private static ServiceHelp service(HelpService one) {
    return new ServiceHelp(one.getService(), one.getMinutes(), one.getEveryWeeks());
  }

  private static RecordedHelp of(
      Work work,
      HelpPlace place,
      UUID id,
      int version,
      HelpBasis basis,
      Help help,
      LocalDate day,
      @Nullable String reason) {
    return new RecordedHelp(
        work.municipality(),
        id,
        place.citizenId(),
        place.referralId(),
        place.followUpId(),
        place.moment(),
        basis,
        help instanceof Help.NotAssessed,
        help instanceof Help.Assessed known ? known.minutesPerWeek() : null,
        help instanceof Help.Minutes(var services) ? services : List.of(),
        help instanceof Help.CourseLevel(var level, _) ? level : null,
        day,
        reason,
        version,
        work.stamp(null));
  }

  private static void tell(Work work, HelpPlace place, RecordedHelp help) {
    work.changed(
        new Change(
            help.moment().event(help.reason() == null ? "Recorded" : "Corrected"),
            "help",
            help.id(),
            help.version(),
            help.citizenId(),
            place.courseId(),
            help.stamp().happenedAt(),
            help.reason()));
  }
}
