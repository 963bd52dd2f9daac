package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.time.LocalDate;
import java.util.List;

/** Writes the level a course expects for one condition. */
public final class GoalWriter {

  private GoalWriter() {}

  /**
   * @param condition id of the one condition it is for
   * @param level UUID of the level aimed at
   * @param current false when it is reached or given up; the guide does not tell them apart
   */
  public record Reported(
      String id,
      String subject,
      String condition,
      String level,
      LocalDate startsOn,
      boolean current) {}

  public static Goal write(Reported goal) {
    return new Goal(
        goal.id(),
        Meta.of(Profile.GOAL),
        goal.current() ? "active" : "completed",
        List.of(Concept.of(Codes.CARE_SOCIAL, Codes.GOAL_CATEGORY, null)),
        Concept.of(Codes.FSIII, Codes.GOAL_DESCRIPTION, null),
        Reference.to("Patient", goal.subject()),
        goal.startsOn().toString(),
        List.of(
            new Goal.Target(
                Concept.of(Codes.CARE_SOCIAL, Codes.GOAL_MEASURE, null),
                Concept.of(Codes.FSIII, goal.level(), null))),
        List.of(Reference.to("Condition", goal.condition())));
  }
}
