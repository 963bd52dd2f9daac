package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.util.List;

/** Writes an intervention that was delivered without a grant. */
public final class CompletedInterventionWriter {

  private CompletedInterventionWriter() {}

  /**
   * @param performedAt a time with its offset
   * @param conditions ids of those it was for
   */
  public record Reported(
      String id,
      String subject,
      Intervention intervention,
      String performedAt,
      List<String> conditions) {

    public Reported {
      conditions = List.copyOf(conditions);
    }
  }

  public static Procedure write(Reported delivered) {
    return new Procedure(
        delivered.id(),
        Meta.of(Profile.COMPLETED_INTERVENTION),
        "completed",
        delivered.intervention().concept(),
        Reference.to("Patient", delivered.subject()),
        delivered.performedAt(),
        Reference.toAll("Condition", delivered.conditions()));
  }
}
