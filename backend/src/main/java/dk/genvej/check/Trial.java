package dk.genvej.check;

/**
 * What a campaign tries (docs: targets R4 to R8), in the order of its trials: restores first, as
 * each copies the database; the hundred thousand schedules last, as they take hours and the others
 * are through within one run.
 */
public enum Trial {
  R7("restores with tablets ahead bring everything back"),
  CUT("pushes cut at every byte leave nothing, then land whole"),
  R5("races for one key land once"),
  R6("pairs of wrong clocks keep order, three times and the skew"),
  R8("mixtures of writing with reassign, revoke, merge and stop lose nothing"),
  R4("schedules of three tablets on bad networks converge to the model");

  private final String sentence;

  Trial(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
