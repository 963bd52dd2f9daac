package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.INDIVIDUAL_REASON_MISSING;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;

/**
 * Why this citizen is suitable, or not, in the visitator's own words (R26: “individuel og
 * konkret”). Whether words are concrete no rule can judge; that there are some, this one does.
 */
public record IndividualReason(String text) {

  private static final int LEAST = 10;

  public IndividualReason {
    if (!saysSomething(text)) {
      throw new IllegalArgumentException("an individual reason says something");
    }
  }

  public static Ruling<IndividualReason> parse(String text) {
    return saysSomething(text)
        ? Ruling.allow(new IndividualReason(text.strip()))
        : Ruling.refuse(Refusal.at("/individualReason", INDIVIDUAL_REASON_MISSING));
  }

  /** A dash typed to get past the field is no reason; “nej” is none either. */
  private static boolean saysSomething(String text) {
    return text.codePoints().filter(one -> !Character.isWhitespace(one)).count() >= LEAST;
  }

  /** A reason may tell of illness, so it never reaches a log by way of a record. */
  @Override
  public String toString() {
    return "IndividualReason[…]";
  }
}
