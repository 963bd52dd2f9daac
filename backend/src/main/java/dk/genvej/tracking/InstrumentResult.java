package dk.genvej.tracking;

import dk.genvej.evaluation.ScaleChange;
import io.micronaut.data.annotation.Embeddable;
import java.math.BigDecimal;

/**
 * How a course's scores moved on one scale (O7, O8): satisfaction 4, 4, 5 to 5, 5, 7 is 13 and 17
 * over 3 items, told as 4.33, 5.67 and 1.33 (S3).
 *
 * @param items scored both times
 * @param beforeTotal with {@code afterTotal} and {@code items} the exact means, which thresholds
 *     compare
 * @param scorerClass who the change rests on, both ends taken together
 */
@Embeddable
public record InstrumentResult(
    String instrument,
    String instrumentVersion,
    String scale,
    int items,
    BigDecimal beforeTotal,
    BigDecimal afterTotal,
    BigDecimal beforeMean,
    BigDecimal afterMean,
    BigDecimal change,
    String scorerClass) {

  static InstrumentResult of(ScaleChange moved) {
    var key = moved.key();
    var change = moved.change();
    return new InstrumentResult(
        key.instrument(),
        key.version(),
        key.scale(),
        change.items(),
        plain(change.before().numerator()),
        plain(change.after().numerator()),
        change.before().score(),
        change.after().score(),
        change.change().score(),
        change.scorers().name());
  }

  /** One form for one value, so that two tellings of it are equal. */
  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
