package dk.genvej.course;

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

/** What happened, in a few words. Never changed; a wrong one is annulled (R82). */
@NamingStrategy(ColumnNames.class)
@MappedEntity("note")
record Note(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    String text,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {}
