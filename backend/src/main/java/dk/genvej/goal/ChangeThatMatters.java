package dk.genvej.goal;

import dk.genvej.shared.Title;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a score must change to mean something, for whom, and who found so. There is seldom one
 * answer, so an instrument carries all we know, and the municipality's dated setting picks.
 *
 * @param scales the scales it holds for
 * @param source where it stands
 * @param year when it was published, where known
 * @param caution what speaks against leaning on it
 */
public record ChangeThatMatters(
    List<String> scales,
    BigDecimal amount,
    Unit unit,
    Size size,
    Title population,
    String source,
    @Nullable Integer year,
    @Nullable Title caution) {

  public enum Unit {
    POINTS,
    PERCENT
  }

  /**
   * What kind of change it is. DETECTABLE: beyond the error of measurement. IMPORTANT: said to
   * matter, in no finer grade.
   */
  public enum Size {
    DETECTABLE,
    SMALL,
    MEDIUM,
    LARGE,
    SUBSTANTIAL,
    IMPORTANT
  }

  public ChangeThatMatters {
    scales = List.copyOf(scales);
  }
}
