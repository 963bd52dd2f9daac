package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dk.genvej.tracking.fhir.DataTypes.Coding;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Extension;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Period;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact (kontakt): a follow-up planned or held, or the delivery of an intervention. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Encounter(
    String id,
    Meta meta,
    @Nullable List<Extension> extension,
    String status,
    @JsonProperty("class") Coding mode,
    List<Concept> type,
    Reference subject,
    Period period,
    @Nullable List<Reference> reasonReference)
    implements Resource {

  public static final String PLANNED = "planned";
  public static final String FINISHED = "finished";
  public static final String CANCELLED = "cancelled";

  /** Never null, as an empty list is not written and comes back as null. */
  public List<Reference> reasons() {
    return Objects.requireNonNullElse(reasonReference, List.of());
  }

  /** The interventions it delivers. */
  public List<Reference> basedOn() {
    return Objects.requireNonNullElse(extension, List.<Extension>of()).stream()
        .map(Extension::valueReference)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reference> references() {
    return Stream.of(List.of(subject), reasons(), basedOn()).flatMap(List::stream).toList();
  }

  @Override
  public Encounter updated(String when) {
    return with(meta.updated(when), status);
  }

  @Override
  public Encounter inError() {
    return with(meta, Codes.IN_ERROR);
  }

  @Override
  public boolean isInError() {
    return status.equals(Codes.IN_ERROR);
  }

  private Encounter with(Meta newMeta, String newStatus) {
    return new Encounter(
        id, newMeta, extension, newStatus, mode, type, subject, period, reasonReference);
  }
}
