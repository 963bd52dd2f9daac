package dk.genvej.imports;

/**
 * What came of the good lines.
 *
 * @param unchanged lines that say nothing new
 * @param ended records that a snapshot ended or flagged
 * @param tasks tasks raised for a visitator
 */
public record Tally(int created, int changed, int unchanged, int ended, int tasks) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

  Tally plus(Tally more) {
    return new Tally(
        created + more.created,
        changed + more.changed,
        unchanged + more.unchanged,
        ended + more.ended,
        tasks + more.tasks);
  }
}
