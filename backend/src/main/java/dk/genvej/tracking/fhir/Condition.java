package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition (tilstand) with its functional level.
 *
 * @param clinicalStatus left out of one entered in error: FHIR's invariant con-5
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Condition(
    String id,
    Meta meta,
    @Nullable Concept clinicalStatus,
    @Nullable Concept verificationStatus,
    @Nullable List<Concept> category,
    @Nullable Concept severity,
    @Nullable Concept code,
    Reference subject,
    @Nullable String recordedDate)
    implements Resource {

  @Override
  public List<Reference> references() {
    return List.of(subject);
  }

  @Override
  public Condition updated(String when) {
    return with(meta.updated(when), clinicalStatus, verificationStatus, category);
  }

  /** What is not true is in nobody's focus. */
  @Override
  public Condition inError() {
    return with(meta, null, Concept.of(Codes.VERIFICATION, Codes.IN_ERROR, null), null);
  }

  @Override
  public boolean isInError() {
    return verificationStatus != null && verificationStatus.says(Codes.IN_ERROR);
  }

  private Condition with(
      Meta newMeta,
      @Nullable Concept clinical,
      @Nullable Concept verification,
      @Nullable List<Concept> categories) {
    return new Condition(
        id, newMeta, clinical, verification, categories, severity, code, subject, recordedDate);
  }
}
