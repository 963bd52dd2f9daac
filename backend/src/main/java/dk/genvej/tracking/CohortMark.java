package dk.genvej.tracking;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;

/** Whether a course was drawn for a cohort that is followed up (T13); its id is the course's. */
@MappedEntity("cohort")
record CohortMark(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    boolean member,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {}
