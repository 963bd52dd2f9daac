package dk.genvej.citizen;

import io.micronaut.data.annotation.Embeddable;
import org.jspecify.annotations.Nullable;

/** What to know before the door opens (R59). */
@Embeddable
public record Flags(
    @Nullable String interpreterLanguage,
    boolean hearingImpaired,
    boolean visionImpaired,
    boolean exemptFromDigitalPost,
    @Nullable Boolean livesAlone,
    boolean reducedCapacity) {

  /** What either warns of; what both say, as this says it. */
  Flags or(Flags other) {
    return new Flags(
        interpreterLanguage == null ? other.interpreterLanguage : interpreterLanguage,
        hearingImpaired || other.hearingImpaired,
        visionImpaired || other.visionImpaired,
        exemptFromDigitalPost || other.exemptFromDigitalPost,
        livesAlone == null ? other.livesAlone : livesAlone,
        reducedCapacity || other.reducedCapacity);
  }
}
