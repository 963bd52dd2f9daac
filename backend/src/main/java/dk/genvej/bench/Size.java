package dk.genvej.bench;

/**
 * How much a database holds.
 *
 * @param municipalities each with 1,000 courses a year
 * @param years the last of them with open courses
 */
public record Size(int municipalities, int years) {

  /** What growth is measured against. */
  public static final Size ONE = new Size(1, 1);

  /** P5 of the targets. */
  public static final Size FULL = new Size(100, 5);

  static final int CASELOADS_A_YEAR = 25;

  public Size {
    if (municipalities < 1 || municipalities > 800 || years < 1 || years > 20) {
      throw new IllegalArgumentException("1 to 800 municipalities and 1 to 20 years");
    }
  }

  int courses() {
    return municipalities * years * CASELOADS_A_YEAR * Caseload.CITIZENS;
  }

  /** Of PostgreSQL's cache, so that all of it fits: about 90 rows of 600 bytes for a course. */
  long megabytes() {
    return Math.clamp(courses() * 90L * 600 / 1_000_000, 512, 12_000);
  }

  @Override
  public String toString() {
    return municipalities + " × " + years;
  }
}
