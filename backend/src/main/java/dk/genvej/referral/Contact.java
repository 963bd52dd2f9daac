package dk.genvej.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told when somebody makes contact about a citizen (henvendelse). */
public record Contact(
    UUID citizenId,
    ReferralKind kind,
    ReferralSource source,
    LocalDate receivedOn,
    @Nullable ReferralReason reason,
    @Nullable LocalDate dischargedOn,
    @Nullable String hospital,
    boolean hasRehabPlan) {}
