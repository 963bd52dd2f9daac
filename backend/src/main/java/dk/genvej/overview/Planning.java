package dk.genvej.overview;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.PlanningItem;
import dk.genvej.api.model.PlanningItemPage;
import dk.genvej.api.model.PlanningKind;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the visitator must plan for in a period (R30). */
@Singleton
public class Planning {

  /** “28 days” includes today (O16). */
  private static final int DAYS_AHEAD = 27;

  private final PlanningRepository repository;
  private final Refs refs;

  Planning(PlanningRepository repository, Refs refs) {
    this.repository = repository;
    this.refs = refs;
  }

  /** Without a period: the next 28 days, and everything overdue. */
  public PlanningItemPage page(
      Work work,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable PlanningKind kind,
      @Nullable String cursor,
      int limit) {
    var ahead = from == null || from.isBefore(work.today()) ? work.today() : from;
    var period = Period.of(from, until == null ? ahead.plusDays(DAYS_AHEAD) : until);
    var place = Cursors.parse(cursor, Period.BEGINNING.toString());
    var lines =
        repository.page(
            work.municipality(),
            period.from(),
            period.until(),
            kind == null ? "" : kind.getValue(),
            place.valueAs(LocalDate::parse),
            place.id(),
            limit + 1);
    var shown = Cursors.page(lines, limit);
    work.discloseAll(shown.stream().map(PlanningRepository.Line::citizenId).toList());
    return new PlanningItemPage(shown.stream().map(line -> view(work, line)).toList())
        .next(Cursors.next(lines, limit, line -> new Cursors(line.dueOn().toString(), line.id())));
  }

  private PlanningItem view(Work work, PlanningRepository.Line line) {
    return new PlanningItem(
            PlanningKind.fromValue(line.kind()),
            line.dueOn(),
            line.dueOn().isBefore(work.today()),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()),
            line.courseId())
        .followUpId(line.followUpId())
        .month(line.month())
        .therapist(refs.user(work, line.therapistId()))
        .responsibleVisitator(refs.userOrNull(work, line.responsibleVisitatorId()));
  }
}
