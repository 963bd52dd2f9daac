package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Coding;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Extension;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Period;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a contact: the date of a follow-up, which must be reported, or a visit, which may be. */
public final class EncounterWriter {

  private EncounterWriter() {}

  /** How citizen and staff meet. */
  public enum Mode {
    HOME(new Coding(Codes.ACT, "HH", null)),
    PHONE(new Coding(Codes.CARE_SOCIAL, "1b55a4b0-1156-4f58-b2df-b5c6014d9048", null)),
    SCREEN(new Coding(Codes.CARE_SOCIAL, "124be95d-6924-4609-9d2a-e7c73ae3ab3d", null));

    private final Coding coding;

    Mode(Coding coding) {
      this.coding = coding;
    }

    public Coding coding() {
      return coding;
    }
  }

  /**
   * @param status one of those of {@link Encounter}
   * @param type UUID of KL's kontakttype; that of a delivery depends on the guide
   * @param start a day, or a time with its offset
   * @param conditions ids of those it follows up
   * @param plans ids of the interventions it delivers
   */
  public record Reported(
      String id,
      String subject,
      String status,
      Mode mode,
      String type,
      String start,
      @Nullable String end,
      List<String> conditions,
      List<String> plans) {

    public Reported {
      conditions = List.copyOf(conditions);
      plans = List.copyOf(plans);
    }
  }

  public static Encounter write(Reported contact) {
    return new Encounter(
        contact.id(),
        Meta.of(Profile.ENCOUNTER),
        DataTypes.orNone(contact.plans().stream().map(EncounterWriter::basedOn).toList()),
        contact.status(),
        contact.mode().coding,
        List.of(Concept.of(Codes.CARE_SOCIAL, contact.type(), null)),
        Reference.to("Patient", contact.subject()),
        new Period(contact.start(), contact.end()),
        Reference.toAll("Condition", contact.conditions()));
  }

  private static Extension basedOn(String plan) {
    return new Extension(Codes.BASED_ON, null, Reference.to("CarePlan", plan));
  }
}
