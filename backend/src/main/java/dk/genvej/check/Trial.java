package dk.genvej.check;

/** What a campaign tries, and how often for each thousand schedules (docs: targets R4 to R8). */
public enum Trial {
  R4("schedules of three tablets on bad networks converge to the model"),
  CUT("pushes cut at every byte leave nothing, then land whole"),
  R5("races for one key land once"),
  R6("pairs of wrong clocks keep order, three times and the skew"),
  R8("mixtures of writing with reassign, revoke, merge and stop lose nothing"),
  R7("restores with tablets ahead bring everything back");

  private final String sentence;

  Trial(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
