package dk.genvej.imports;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.referral.ReferralKind;
import dk.genvej.referral.ReferralReason;
import dk.genvej.referral.ReferralSource;
import dk.genvej.referral.ReferralState;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of {@code referral} that a record system knows; the assessment is left alone. */
@MappedEntity("referral")
record Contact(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    ReferralState state,
    ReferralKind kind,
    ReferralSource source,
    LocalDate receivedOn,
    @Nullable LocalDate dischargedOn,
    @Nullable String hospital,
    boolean hasRehabPlan,
    @Nullable ReferralReason reason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {}
