package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** A granted intervention (indsats). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CarePlan(
    String id,
    Meta meta,
    String status,
    String intent,
    Reference subject,
    Period period,
    List<Activity> activity)
    implements Resource {

  @Serdeable
  public record Activity(Detail detail) {}

  /**
   * @param reasonReference the conditions it is for
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Detail(
      @Nullable List<Extension> extension,
      Concept code,
      @Nullable List<Reference> reasonReference,
      String status) {

    /** Never null, as an empty list is not written and comes back as null. */
    public List<Reference> reasons() {
      return Objects.requireNonNullElse(reasonReference, List.of());
    }
  }

  @Override
  public List<Reference> references() {
    var reasons = activity.stream().flatMap(one -> one.detail().reasons().stream());
    return Stream.concat(Stream.of(subject), reasons).toList();
  }

  @Override
  public CarePlan updated(String when) {
    return with(meta.updated(when), status);
  }

  @Override
  public CarePlan inError() {
    return with(meta, Codes.IN_ERROR);
  }

  @Override
  public boolean isInError() {
    return status.equals(Codes.IN_ERROR);
  }

  private CarePlan with(Meta newMeta, String newStatus) {
    return new CarePlan(id, newMeta, newStatus, intent, subject, period, activity);
  }
}
