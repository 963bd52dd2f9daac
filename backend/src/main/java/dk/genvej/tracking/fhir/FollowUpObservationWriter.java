package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.time.LocalDate;
import java.util.List;

/** Writes what a follow-up led to. */
public final class FollowUpObservationWriter {

  private FollowUpObservationWriter() {}

  /**
   * @param result UUID of FSIII's result of a follow-up
   * @param conditions ids of those that were followed up; after the transition nothing else may be
   */
  public record Reported(
      String id, String subject, String result, LocalDate day, List<String> conditions) {

    public Reported {
      conditions = List.copyOf(conditions);
    }
  }

  public static Observation write(Reported followUp) {
    return new Observation(
        followUp.id(),
        Meta.of(Profile.FOLLOW_UP_OBSERVATION),
        Observation.FINAL,
        Concept.of(Codes.SNOMED, Codes.EVALUATION, null),
        Reference.to("Patient", followUp.subject()),
        Reference.toAll("Condition", followUp.conditions()),
        followUp.day().toString(),
        Concept.of(Codes.FSIII, followUp.result(), null));
  }
}
