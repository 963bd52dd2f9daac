package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One resource of a report. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "resourceType")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Patient.class, name = "Patient"),
  @JsonSubTypes.Type(value = Condition.class, name = "Condition"),
  @JsonSubTypes.Type(value = Goal.class, name = "Goal"),
  @JsonSubTypes.Type(value = CarePlan.class, name = "CarePlan"),
  @JsonSubTypes.Type(value = Procedure.class, name = "Procedure"),
  @JsonSubTypes.Type(value = Encounter.class, name = "Encounter"),
  @JsonSubTypes.Type(value = Observation.class, name = "Observation")
})
public sealed interface Resource
    permits Patient, Condition, Goal, CarePlan, Procedure, Encounter, Observation {

  String id();

  Meta meta();

  /** Every reference to another resource; the report must hold what they name. */
  List<Reference> references();

  /** The same, changed at that time. */
  Resource updated(String when);

  /**
   * The same, taken back. A citizen has no such status: the record is no longer active.
   *
   * @see <a href="https://build.fhir.org/ig/hl7dk/kl-gateway">the guide's note on corrections</a>
   */
  Resource inError();

  /** Whether it was taken back. */
  boolean isInError();

  default String kind() {
    return getClass().getSimpleName();
  }

  /** How others refer to it. */
  default String address() {
    return kind() + "/" + id();
  }
}
