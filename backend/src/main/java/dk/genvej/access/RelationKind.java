package dk.genvej.access;

/** How somebody has to do with a citizen; the kinds of {@code care_relation}. */
public enum RelationKind {
  /** The citizen's care area: visitators and coordinators. */
  AREA,
  /** The care area of an open course: therapists and their colleagues' courses. */
  COURSE_AREA,
  /** Responsible for a course, as therapist or tovholder. */
  THERAPIST,
  /** The unit serves the citizen. */
  SERVING,
  /** Somebody of the serving unit is a contact person; it opens no access of its own. */
  CONTACT
}
