package dk.genvej.goal;

/** How the items of a scale become one figure. */
public enum Scoring {
  /** The mean over the items scored both times. */
  MEAN,
  /** The sum of the items of a test. */
  SUM,
  /** One value, recorded as it is. */
  SINGLE,
  /** Item by item, never averaged: FSIII's levels are an order and no measure. */
  EACH
}
