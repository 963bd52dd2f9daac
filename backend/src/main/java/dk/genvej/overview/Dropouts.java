package dk.genvej.overview;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.Dropout;
import dk.genvej.api.model.DropoutPage;
import dk.genvej.api.model.StopReason;
import dk.genvej.course.WeekNumber;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Frafald: courses stopped after their start, apart from the completed ones (R40). */
@Singleton
public class Dropouts {

  private final DropoutRepository repository;
  private final Refs refs;

  Dropouts(DropoutRepository repository, Refs refs) {
    this.repository = repository;
    this.refs = refs;
  }

  /** Those stopped in the period, the latest first. */
  DropoutPage page(
      Work work, Period period, @Nullable UUID district, @Nullable String cursor, int limit) {
    var place = Cursors.parse(cursor, Period.END.toString());
    var lines =
        repository.page(
            work.municipality(),
            period.from(),
            period.until(),
            district,
            place.valueAs(LocalDate::parse),
            place.id(),
            limit + 1);
    var shown = Cursors.page(lines, limit);
    work.discloseAll(shown.stream().map(DropoutRepository.Line::citizenId).toList());
    return new DropoutPage(shown.stream().map(line -> view(work, line)).toList())
        .next(
            Cursors.next(
                lines, limit, line -> new Cursors(line.stoppedOn().toString(), line.id())));
  }

  private Dropout view(Work work, DropoutRepository.Line line) {
    return new Dropout(
            line.id(),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()),
            refs.unit(work, line.districtId()),
            refs.user(work, line.therapistId()),
            line.startedOn(),
            line.stoppedOn(),
            WeekNumber.of(line.startedOn(), line.stoppedOn()).value(),
            StopReason.fromValue(line.stopReason()))
        .text(line.stopText());
  }
}
