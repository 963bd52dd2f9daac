package dk.genvej.citizen;

/** The bands of the central row (O15): under 65, five years each, 90 and over. */
public enum AgeBand {
  UNDER_65(0),
  FROM_65_TO_69(65),
  FROM_70_TO_74(70),
  FROM_75_TO_79(75),
  FROM_80_TO_84(80),
  FROM_85_TO_89(85),
  FROM_90(90);

  private final int from;

  AgeBand(int from) {
    this.from = from;
  }

  public static AgeBand of(Age age) {
    var band = UNDER_65;
    for (var next : values()) {
      band = age.atLeast(next.from) ? next : band;
    }
    return band;
  }
}
