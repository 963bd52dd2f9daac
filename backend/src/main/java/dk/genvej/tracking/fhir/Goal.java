package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The expected functional level of one condition (forventet tilstand). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Goal(
    String id,
    Meta meta,
    String lifecycleStatus,
    List<Concept> category,
    Concept description,
    Reference subject,
    @Nullable String startDate,
    List<Target> target,
    List<Reference> addresses)
    implements Resource {

  /** What is measured, and the level aimed at. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Target(Concept measure, Concept detailCodeableConcept) {}

  @Override
  public List<Reference> references() {
    return Stream.concat(Stream.of(subject), addresses.stream()).toList();
  }

  @Override
  public Goal updated(String when) {
    return with(meta.updated(when), lifecycleStatus);
  }

  @Override
  public Goal inError() {
    return with(meta, Codes.IN_ERROR);
  }

  @Override
  public boolean isInError() {
    return lifecycleStatus.equals(Codes.IN_ERROR);
  }

  private Goal with(Meta newMeta, String status) {
    return new Goal(
        id, newMeta, status, category, description, subject, startDate, target, addresses);
  }
}
