package dk.genvej.goal;

/** Which way on a scale is better. */
public enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER
}
