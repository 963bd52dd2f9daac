package dk.genvej.agreement;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an agreement on one occasion (R20). Never changed, so two people never get in each
 * other's way; a wrong one is annulled (R82).
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("registration")
record Registration(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    UUID agreementId,
    RegistrationOutcome outcome,
    Instant happenedAt,
    @Nullable String note,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {}
