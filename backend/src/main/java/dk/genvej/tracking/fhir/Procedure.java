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

/** An intervention that was delivered without having been planned (leveret indsats). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Procedure(
    String id,
    Meta meta,
    String status,
    Concept code,
    Reference subject,
    @Nullable String performedDateTime,
    @Nullable List<Reference> reasonReference)
    implements Resource {

  @Override
  public List<Reference> references() {
    var reasons = Objects.requireNonNullElse(reasonReference, List.<Reference>of());
    return Stream.concat(Stream.of(subject), reasons.stream()).toList();
  }

  @Override
  public Procedure updated(String when) {
    return with(meta.updated(when), status);
  }

  @Override
  public Procedure inError() {
    return with(meta, Codes.IN_ERROR);
  }

  @Override
  public boolean isInError() {
    return status.equals(Codes.IN_ERROR);
  }

  private Procedure with(Meta newMeta, String newStatus) {
    return new Procedure(id, newMeta, newStatus, code, subject, performedDateTime, reasonReference);
  }
}
