package dk.genvej.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("change_log")
record ChangeLogRow(
    int municipalityId,
    Instant receivedAt,
    @Id UUID id,
    @Nullable UUID citizenId,
    @Nullable UUID courseId,
    String recordType,
    UUID recordId,
    int version,
    String operation,
    UUID authorId,
    @Nullable UUID deviceId,
    @Nullable UUID mutationId,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable String reason) {}
