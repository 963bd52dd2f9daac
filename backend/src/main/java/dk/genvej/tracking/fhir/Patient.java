package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.genvej.tracking.fhir.DataTypes.Identifier;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The citizen: a number and a municipality, and nothing else.
 *
 * @param identifier null until the number is put in, which is kept sealed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Patient(
    String id,
    Meta meta,
    @Nullable List<Identifier> identifier,
    @Nullable Boolean active,
    @Nullable Boolean deceasedBoolean,
    @Nullable Reference managingOrganization)
    implements Resource {

  @Override
  public List<Reference> references() {
    return List.of();
  }

  @Override
  public Patient updated(String when) {
    return new Patient(
        id, meta.updated(when), identifier, active, deceasedBoolean, managingOrganization);
  }

  @Override
  public Patient inError() {
    return new Patient(id, meta, identifier, false, deceasedBoolean, managingOrganization);
  }

  @Override
  public boolean isInError() {
    return Boolean.FALSE.equals(active);
  }

  /** The same with its CPR number, which is kept sealed until the report is sent. */
  public Patient identifiedBy(String cpr) {
    return new Patient(
        id,
        meta,
        List.of(new Identifier(Codes.OFFICIAL, Codes.CPR, cpr)),
        active,
        deceasedBoolean,
        managingOrganization);
  }
}
