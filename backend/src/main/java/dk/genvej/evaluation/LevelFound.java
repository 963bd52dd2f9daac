package dk.genvej.evaluation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The level of a condition at an evaluation; 9 says “not relevant”. */
@Serdeable
public record LevelFound(UUID conditionId, int level) {}
