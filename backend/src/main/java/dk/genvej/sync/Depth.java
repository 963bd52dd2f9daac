package dk.genvej.sync;

/** How much of a citizen a tablet holds. */
enum Depth {
  /** The whole course, for those who may read it. */
  COURSE,
  /** Who the citizen is, goals, who does what: what care staff work by. */
  CARE
}
