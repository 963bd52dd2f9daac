package dk.genvej.followup;

import dk.genvej.access.Verb;
import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.FollowUpPage;
import dk.genvej.api.model.TaskPage;
import dk.genvej.course.Courses;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups and tasks as the API shows them. */
@Singleton
class FollowUpViews {

  private final Courses courses;
  private final FollowUps followUps;
  private final FollowUpHelp helps;
  private final TaskRepository tasks;
  private final FollowUpMapper mapper;
  private final Refs refs;

  FollowUpViews(
      Courses courses,
      FollowUps followUps,
      FollowUpHelp helps,
      TaskRepository tasks,
      FollowUpMapper mapper,
      Refs refs) {
    this.courses = courses;
    this.followUps = followUps;
    this.helps = helps;
    this.tasks = tasks;
    this.mapper = mapper;
    this.refs = refs;
  }

  /** Earliest first. */
  FollowUpPage page(Work work, UUID courseId, @Nullable String cursor, int limit) {
    var course = courses.forReading(work, courseId, Verb.READ_COURSE);
    var rows = followUps.page(work, courseId, Cursors.parse(cursor, ""), limit + 1);
    var figures = helps.byFollowUp(work, course);
    var items = Cursors.page(rows, limit).stream().map(one -> view(work, one, figures));
    return new FollowUpPage(items.toList())
        .next(Cursors.next(rows, limit, one -> place(one.dueOn(), one.id())));
  }

  /** Oldest first; every citizen on it is disclosed. */
  TaskPage tasks(
      Work work, dk.genvej.api.model.@Nullable TaskState only, @Nullable String cursor, int limit) {
    var after = Cursors.parse(cursor, "");
    var rows =
        tasks.page(
            work.municipality(),
            work.actor().userId(),
            work.today(),
            only == null ? null : only.name(),
            after.value(),
            after.id(),
            limit + 1);
    var shown = Cursors.page(rows, limit);
    work.discloseAll(shown.stream().map(TaskRepository.Line::citizenId).toList());
    return new TaskPage(shown.stream().map(one -> view(work, one)).toList())
        .next(Cursors.next(rows, limit, one -> place(one.raisedOn(), one.id())));
  }

  private dk.genvej.api.model.FollowUp view(
      Work work, FollowUp followUp, Map<UUID, RecordedHelp> figures) {
    var view =
        new dk.genvej.api.model.FollowUp(
                followUp.id(),
                followUp.version(),
                followUp.courseId(),
                followUp.month(),
                followUp.dueOn(),
                mapper.view(followUp.state()),
                refs.stamp(work, followUp.stamp()))
            .heldOn(followUp.heldOn())
            .result(mapper.view(followUp.result()));
    var help = figures.get(followUp.id());
    return followUp.state() == FollowUpState.RECORDED && help != null
        ? view.help(HelpFigures.view(help))
        : view;
  }

  private dk.genvej.api.model.Task view(Work work, TaskRepository.Line line) {
    var stamp =
        new Stamp(
            line.stampHappenedAt(),
            line.stampRecordedAt(),
            line.stampReceivedAt(),
            line.stampAuthorId(),
            null,
            null);
    return new dk.genvej.api.model.Task(
            line.id(),
            line.version(),
            mapper.view(line.kind()),
            mapper.view(line.state()),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()),
            line.raisedOn(),
            refs.stamp(work, stamp))
        .courseId(line.courseId())
        .responsible(refs.userOrNull(work, line.responsibleVisitatorId()))
        .outcome(line.outcome());
  }

  private static Cursors place(java.time.LocalDate day, UUID id) {
    return new Cursors(day.toString(), id);
  }
}
