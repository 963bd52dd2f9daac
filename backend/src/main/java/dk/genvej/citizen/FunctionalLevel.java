package dk.genvej.citizen;

import dk.genvej.shared.Title;
import java.util.UUID;

/**
 * One row of {@code registry/levels.json}: how much a citizen is limited, 0 to 4 and lower is
 * better.
 *
 * @param number 9 says “not relevant”: a judgement, but no number
 */
public record FunctionalLevel(int number, UUID uuid, String legacy, Title title) {

  private static final int NOT_RELEVANT = 9;

  /** 9 is never averaged, nor a level to aim for. */
  public boolean counts() {
    return number != NOT_RELEVANT;
  }
}
