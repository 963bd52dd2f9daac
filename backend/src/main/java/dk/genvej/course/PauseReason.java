package dk.genvej.course;

/** Why a course rests. */
public enum PauseReason {
  HOSPITAL,
  ACUTE_ILLNESS,
  TEMPORARY_STAY,
  HOLIDAY,
  CITIZENS_WISH,
  OTHER
}
