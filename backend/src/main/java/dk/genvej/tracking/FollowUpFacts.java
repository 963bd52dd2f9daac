package dk.genvej.tracking;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A recorded follow-up with the help granted then. */
@Introspected
record FollowUpFacts(
    UUID id,
    UUID courseId,
    int month,
    LocalDate heldOn,
    String result,
    BigDecimal minutes,
    String basis) {}
