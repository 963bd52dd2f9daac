package dk.genvej.overview;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A period as it is asked for, both days included. */
record Period(LocalDate from, LocalDate until) {

  static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
  static final LocalDate END = LocalDate.of(9999, 12, 31);

  /** Open to the side that is left out. */
  static Period of(@Nullable LocalDate from, @Nullable LocalDate until) {
    var period =
        new Period(
            Objects.requireNonNullElse(from, BEGINNING), Objects.requireNonNullElse(until, END));
    if (period.from.isAfter(period.until)) {
      throw RefusalException.of(ProblemCode.PERIOD_REVERSED);
    }
    return period;
  }
}
