package dk.genvej.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("event")
record EventRow(
    int municipalityId,
    Instant receivedAt,
    @Id UUID id,
    String kind,
    @Nullable UUID citizenId,
    @Nullable UUID courseId,
    String recordType,
    UUID recordId,
    int version,
    boolean historic) {}
