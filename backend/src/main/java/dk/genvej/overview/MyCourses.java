package dk.genvej.overview;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.CourseState;
import dk.genvej.api.model.CourseSummary;
import dk.genvej.api.model.CourseSummaryPage;
import dk.genvej.api.model.NextDueKind;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The therapist's own courses over all care areas, the next due first (R1). */
@Singleton
public class MyCourses {

  private final MyCourseRepository repository;
  private final Refs refs;

  MyCourses(MyCourseRepository repository, Refs refs) {
    this.repository = repository;
    this.refs = refs;
  }

  public CourseSummaryPage page(Work work, @Nullable String cursor, int limit) {
    var place = Cursors.parse(cursor, Period.BEGINNING.toString());
    var lines =
        repository.page(
            work.municipality(),
            work.actor().scopeKey(),
            place.valueAs(LocalDate::parse),
            place.id(),
            limit + 1);
    var shown = Cursors.page(lines, limit);
    work.discloseAll(shown.stream().map(MyCourseRepository.Line::citizenId).toList());
    return new CourseSummaryPage(shown.stream().map(line -> view(work, line)).toList())
        .next(Cursors.next(lines, limit, MyCourses::place));
  }

  private static Cursors place(MyCourseRepository.Line line) {
    var day = Objects.requireNonNullElse(line.nextDueOn(), Period.END);
    return new Cursors(day.toString(), line.id());
  }

  private CourseSummary view(Work work, MyCourseRepository.Line line) {
    return new CourseSummary(
            line.id(),
            line.version(),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()),
            refs.unit(work, line.careAreaId()),
            CourseState.fromValue(line.state()),
            overdue(line, work.today()),
            refs.user(work, line.therapistId()),
            refs.user(work, line.tovholderId()))
        .startedOn(line.startedOn())
        .dueOn(line.dueOn())
        .nextDueOn(line.nextDueOn())
        .nextDueKind(line.nextDueKind() == null ? null : NextDueKind.fromValue(line.nextDueKind()));
  }

  /** A plan waits since the referral, but nobody has set a day for it. */
  private static boolean overdue(MyCourseRepository.Line line, LocalDate today) {
    var due = line.nextDueOn();
    return due != null && due.isBefore(today) && !"PLAN".equals(line.nextDueKind());
  }
}
