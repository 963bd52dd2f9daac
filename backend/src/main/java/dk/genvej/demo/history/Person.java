package dk.genvej.demo.history;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/** A citizen of the sample set, as much as a life needs to know. */
@Introspected
record Person(UUID id, LocalDate birthDate, UUID careAreaId) {}
