package dk.genvej.tracking;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a course gave, as it is kept and told.
 *
 * @param trackingId the random id the course goes by outside
 * @param version counted over all rows of the course, follow-ups included
 * @param supersedes the version whose place it takes, or which it takes away
 * @param supersededBy the other way round, once there is one
 * @param definitionVersion of the measures, see docs/outcome.md
 * @param historic told by an import or the demo, or found afterwards: it counts like any other
 * @param contentHash SHA-256 of the canonical JSON of what is told, in lower case hex
 * @param cause the change it was written for
 */
@MappedEntity("outcome")
public record OutcomeVersion(
    @Id int municipalityId,
    @Id UUID trackingId,
    @Id int version,
    OutcomeOperation operation,
    @Nullable Integer supersedes,
    @Nullable Integer supersededBy,
    @MappedProperty("") @Relation(EMBEDDED) OutcomeContent content,
    String definitionVersion,
    boolean historic,
    String contentHash,
    @Relation(EMBEDDED) Cause cause,
    Instant writtenAt) {

  /** The measures as O1 to O9 define them. */
  static final String DEFINITIONS = "1";

  boolean annuls() {
    return operation == OutcomeOperation.ANNULLED;
  }

  OutcomeVersion hashed(String hash) {
    return new OutcomeVersion(
        municipalityId,
        trackingId,
        version,
        operation,
        supersedes,
        supersededBy,
        content,
        definitionVersion,
        historic,
        hash,
        cause,
        writtenAt);
  }
}
