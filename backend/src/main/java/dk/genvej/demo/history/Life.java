package dk.genvej.demo.history;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of one contact, told beforehand: dates, figures and how it ends. What lies after
 * today has simply not happened yet.
 *
 * @param number names the contact; the same seed gives the same life
 * @param citizen index into the municipality's citizens
 * @param before minutes a week
 * @param shadow minutes a week the citizen would have been granted
 * @param after minutes a week granted after the course
 * @param psfsBefore one value per goal
 * @param psfsAfter the same goals at the end; some better, some not
 * @param followUps minutes a week at 3, 6 and 12 months
 */
record Life(
    int number,
    int citizen,
    LocalDate contact,
    LocalDate start,
    Ending ending,
    LocalDate stopped,
    LocalDate evaluated,
    LocalDate revisited,
    int before,
    int shadow,
    int after,
    List<Integer> psfsBefore,
    List<Integer> psfsAfter,
    List<Integer> followUps,
    boolean reviewed) {

  Life {
    psfsBefore = List.copyOf(psfsBefore);
    psfsAfter = List.copyOf(psfsAfter);
    followUps = List.copyOf(followUps);
  }

  /** Whether the course is still open on the day; such a citizen gets no earlier course. */
  boolean openOn(LocalDate today) {
    return ending != Ending.UNSUITABLE
        && (ending == Ending.STOPPED ? stopped : revisited).isAfter(today);
  }
}
