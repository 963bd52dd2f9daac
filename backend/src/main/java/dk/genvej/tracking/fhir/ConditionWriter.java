package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a condition of home care. */
public final class ConditionWriter {

  private ConditionWriter() {}

  /**
   * @param subject id of the citizen
   * @param title the classification's own title
   * @param level UUID of the functional level; null while it is not judged
   * @param inFocus of a course that is under way
   * @param active whether the citizen still has it
   * @param recordedOn first recorded here; no onset
   */
  public record Reported(
      String id,
      String subject,
      String code,
      @Nullable String title,
      @Nullable String level,
      boolean inFocus,
      boolean active,
      LocalDate recordedOn) {}

  public static Condition write(Reported condition) {
    return new Condition(
        condition.id(),
        Meta.of(Profile.CONDITION),
        Concept.of(Codes.CLINICAL, condition.active() ? "active" : "inactive", null),
        null,
        condition.inFocus() ? List.of(Concept.of(Codes.CATEGORY, Codes.IN_FOCUS, null)) : null,
        condition.level() == null ? null : Concept.of(Codes.FSIII, condition.level(), null),
        Concept.of(Codes.FSIII, condition.code(), condition.title()),
        Reference.to("Patient", condition.subject()),
        condition.recordedOn().toString());
  }
}
