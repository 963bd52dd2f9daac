package dk.genvej.tracking;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;

/** One scale of one instrument in one version of an outcome (R73). */
@MappedEntity("outcome_instrument")
public record OutcomeInstrument(
    @Id int municipalityId,
    @Id UUID trackingId,
    @Id int version,
    @MappedProperty("") @Relation(EMBEDDED) InstrumentResult result) {}
