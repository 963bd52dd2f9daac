package dk.genvej.evaluation;

/** Why a completed course has no degree of help. */
public enum NotComputable {
  /** There is no shadow grant, or it is “ikke opgjort”. */
  SHADOW_MISSING,
  /** “Forskelligt grundlag”: one in minutes per service, the other a course level (O1). */
  DIFFERENT_BASIS,
  /** There was nothing to save (O4, O16). */
  SHADOW_ZERO
}
