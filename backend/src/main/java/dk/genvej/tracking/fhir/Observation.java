package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result of a follow-up (resultat af opfølgning). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Observation(
    String id,
    Meta meta,
    String status,
    Concept code,
    Reference subject,
    @Nullable List<Reference> focus,
    @Nullable String effectiveDateTime,
    @Nullable Concept valueCodeableConcept)
    implements Resource {

  public static final String FINAL = "final";

  /** What it is the result of. */
  public List<Reference> subjects() {
    return Objects.requireNonNullElse(focus, List.of());
  }

  @Override
  public List<Reference> references() {
    return Stream.concat(Stream.of(subject), subjects().stream()).toList();
  }

  @Override
  public Observation updated(String when) {
    return with(meta.updated(when), status);
  }

  @Override
  public Observation inError() {
    return with(meta, Codes.IN_ERROR);
  }

  @Override
  public boolean isInError() {
    return status.equals(Codes.IN_ERROR);
  }

  private Observation with(Meta newMeta, String newStatus) {
    return new Observation(
        id, newMeta, newStatus, code, subject, focus, effectiveDateTime, valueCodeableConcept);
  }
}
