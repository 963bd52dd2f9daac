package dk.genvej.settings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A municipality's choice from a day on. */
@MappedEntity("setting")
public record SettingRow(
    int municipalityId,
    @Id UUID id,
    String key,
    LocalDate validFrom,
    String value,
    String source,
    @Nullable UUID authorId,
    Instant receivedAt) {}
