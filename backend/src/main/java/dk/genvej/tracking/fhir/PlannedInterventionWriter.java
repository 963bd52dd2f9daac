package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.CarePlan.Activity;
import dk.genvej.tracking.fhir.CarePlan.Detail;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Extension;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Period;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a granted intervention. */
public final class PlannedInterventionWriter {

  private PlannedInterventionWriter() {}

  /** Where a grant and what it grants stand, as the guide names them. */
  public enum Status {
    /** Granted, and the course has not started. */
    READY("active", "not-started"),
    ACTIVE("active", "in-progress"),
    /** The course rests; why is not reported. */
    ON_HOLD("on-hold", "in-progress"),
    COMPLETED("completed", "completed"),
    /**
     * Ended before its time. The guide allows unknown for an activity that neither runs nor ended
     * well.
     */
    REVOKED("revoked", "unknown"),
    REVOKED_BEFORE_START("revoked", "not-started"),
    IN_ERROR(Codes.IN_ERROR, "unknown");

    private final String plan;
    private final String activity;

    Status(String plan, String activity) {
      this.plan = plan;
      this.activity = activity;
    }
  }

  /**
   * @param delivery UUIDs of KL's delivery types, one or more
   * @param from granted from
   * @param until planned end, or the real one once completed
   * @param conditions ids of those it is for
   */
  public record Reported(
      String id,
      String subject,
      Intervention intervention,
      List<String> delivery,
      Status status,
      LocalDate from,
      @Nullable LocalDate until,
      List<String> conditions) {

    public Reported {
      delivery = List.copyOf(delivery);
      conditions = List.copyOf(conditions);
    }
  }

  public static CarePlan write(Reported grant) {
    var until = grant.until();
    return new CarePlan(
        grant.id(),
        Meta.of(Profile.PLANNED_INTERVENTION),
        grant.status().plan,
        "plan",
        Reference.to("Patient", grant.subject()),
        new Period(grant.from().toString(), until == null ? null : until.toString()),
        List.of(new Activity(detail(grant))));
  }

  private static Detail detail(Reported grant) {
    return new Detail(
        DataTypes.orNone(
            grant.delivery().stream().map(PlannedInterventionWriter::delivered).toList()),
        grant.intervention().concept(),
        Reference.toAll("Condition", grant.conditions()),
        grant.status().activity);
  }

  private static Extension delivered(String type) {
    return new Extension(Codes.DELIVERY_TYPE, Concept.of(Codes.CARE_SOCIAL, type, null), null);
  }
}
