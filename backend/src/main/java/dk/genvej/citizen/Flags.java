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
    boolean reducedCapacity) {}
