package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.COURSE_ALREADY_OPEN;

import dk.genvej.shared.Refusal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a course stands (O14). The Danish names are those of the field. */
public enum CourseState {
  /** HENVIST: a visitator has named the therapist. */
  REFERRED,
  /** PLAN: the therapist sets goals with the citizen. */
  PLANNING,
  /** AKTIV. */
  ACTIVE,
  /** PAUSE: an open pause covers today. */
  PAUSED,
  /** EVALUERET: the twelve-week evaluation is submitted. */
  EVALUATED,
  /** AFSLUTTET: re-visited, the help that is left is decided. */
  COMPLETED,
  /** GENNEMGÅET: signed by a coordinator. */
  REVIEWED,
  /** BORTFALDET: ended before it started; not dropout. */
  LAPSED,
  /** AFBRUDT: ended after it started, on the start day too; dropout. */
  STOPPED,
  /** ANNULLERET: entered in error. */
  ANNULLED;

  private static final Set<CourseState> OPEN =
      EnumSet.of(REFERRED, PLANNING, ACTIVE, PAUSED, EVALUATED);

  /** From HENVIST to EVALUERET, when the citizen can have no other course (O14). */
  public boolean open() {
    return OPEN.contains(this);
  }

  /** Not yet started, or never. An annulled course may have started, so its dates must tell. */
  public boolean beforeStart() {
    return this == REFERRED || this == PLANNING || this == LAPSED;
  }

  /** Frafald: counted among the started, and without a category (O4, O11). */
  public boolean dropout() {
    return this == STOPPED;
  }

  /** Has an `after`, and so a category (O2, O4). */
  public boolean hasOutcome() {
    return this == COMPLETED || this == REVIEWED;
  }

  /** Asked when a course would begin: the citizen's other courses must all have ended. */
  public static Optional<Refusal> refuseAnother(Collection<CourseState> citizensCourses) {
    return Refusal.of(COURSE_ALREADY_OPEN)
        .when(citizensCourses.stream().anyMatch(CourseState::open));
  }
}
