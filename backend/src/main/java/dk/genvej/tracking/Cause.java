package dk.genvej.tracking;

import io.micronaut.data.annotation.Embeddable;
import java.util.UUID;

/** The change an outcome was written for: a version of a record, as the change log has it. */
@Embeddable
public record Cause(String type, UUID id, int version) {}
