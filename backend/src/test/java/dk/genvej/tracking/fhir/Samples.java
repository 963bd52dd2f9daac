package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.EncounterWriter.Mode;
import dk.genvej.tracking.fhir.PlannedInterventionWriter.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One resource by each writer, all of the same invented citizen, and the report around them. */
public final class Samples {

  public static final String REPORT = "0195577a-0000-7000-8000-000000000001";
  public static final String CITIZEN = "0195577a-0000-7000-8000-000000000002";
  public static final String CONDITION = "0195577a-0000-7000-8000-000000000003";
  public static final String GOAL = "0195577a-0000-7000-8000-000000000004";
  public static final String PLAN = "0195577a-0000-7000-8000-000000000005";
  public static final String CONTACT = "0195577a-0000-7000-8000-000000000006";
  public static final String RESULT = "0195577a-0000-7000-8000-000000000007";
  public static final String DELIVERED = "0195577a-0000-7000-8000-000000000008";
  public static final String VISIT = "0195577a-0000-7000-8000-000000000009";

  /** A real date that fails modulus 11, as every invented number here. */
  public static final String CPR = "0302431234";

  public static final String SOR = "123456789012345";
  public static final String BASE = "https://gateway.example/fhir";
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  public static final String UPDATED = "2026-03-02T14:05:00+01:00";
  public static final String MADE = "2026-03-03T00:30:00+01:00";
  public static final String LEVEL_0 = "9c5cfb57-a498-40e5-98a7-792bf5fb205b";
  public static final String LEVEL_2 = "d984ad21-48fe-4619-845e-2aa0303048e7";
  public static final String ENDED = "59753987-c38d-41c5-b201-0eeff3032fef";

  private static final String PERSONAL_CARE = "feb38b55-c2d7-4d57-99c2-93622eaa0025";
  private static final String INDIVIDUAL = "8d12d74c-17da-47a7-a4fe-e69dbaec0a8c";

  private Samples() {}

  public static Patient citizen() {
    return CitizenWriter.write(new CitizenWriter.Reported(CITIZEN, CPR, SOR, true, false));
  }

  public static Condition condition() {
    return ConditionWriter.write(
        new ConditionWriter.Reported(
            CONDITION, CITIZEN, PERSONAL_CARE, "Personlig pleje", LEVEL_2, true, true, DAY));
  }

  public static Goal goal() {
    return GoalWriter.write(new GoalWriter.Reported(GOAL, CITIZEN, CONDITION, LEVEL_0, DAY, true));
  }

  /** SEL § 83 a. */
  public static CarePlan plan() {
    return plan(
        new Intervention("2912752c-2e9e-4702-8787-b45f73ff5b05", "RH Personlig hygiejne", null));
  }

  /** Ældreloven § 10, where only the local code tells that it is a course. */
  public static CarePlan planOfTheElderlyCareAct() {
    return plan(
        new Intervention(
            "8dc5f564-b8c6-4aa1-ba34-682d62d15f31",
            "Personlig hjælp og pleje",
            Intervention.local("REHAB", "Rehabiliteringsforløb")));
  }

  private static CarePlan plan(Intervention intervention) {
    return PlannedInterventionWriter.write(
        new PlannedInterventionWriter.Reported(
            PLAN,
            CITIZEN,
            intervention,
            List.of(INDIVIDUAL),
            Status.ACTIVE,
            DAY,
            DAY.plusDays(84),
            List.of(CONDITION)));
  }

  public static Procedure delivered() {
    return CompletedInterventionWriter.write(
        new CompletedInterventionWriter.Reported(
            DELIVERED,
            CITIZEN,
            new Intervention(
                "fd6e4caf-a844-482f-b43b-0b8a43391a11",
                "Dialog med borger om tilrettelæggelse af forløb",
                null),
            "2026-03-02T09:00:00+01:00",
            List.of(CONDITION)));
  }

  public static Encounter followUp() {
    return EncounterWriter.write(
        new EncounterWriter.Reported(
            CONTACT,
            CITIZEN,
            Encounter.PLANNED,
            Mode.HOME,
            Codes.FOLLOW_UP,
            "2026-05-25",
            null,
            List.of(CONDITION),
            List.of()));
  }

  public static Encounter visit(Guide guide) {
    return EncounterWriter.write(
        new EncounterWriter.Reported(
            VISIT,
            CITIZEN,
            Encounter.FINISHED,
            Mode.SCREEN,
            guide.delivery(),
            "2026-03-02T09:00:00+01:00",
            "2026-03-02T09:45:00+01:00",
            List.of(),
            List.of(PLAN)));
  }

  public static Observation result() {
    return FollowUpObservationWriter.write(
        new FollowUpObservationWriter.Reported(RESULT, CITIZEN, ENDED, DAY, List.of(CONDITION)));
  }

  /** One of everything. */
  public static DeliveryReport report(Guide guide) {
    return report(
        Stream.of(
                citizen(),
                condition(),
                goal(),
                plan(),
                delivered(),
                followUp(),
                visit(guide),
                result())
            .map(one -> one.updated(UPDATED))
            .toList());
  }

  public static DeliveryReport report(List<? extends Resource> resources) {
    return DeliveryReportWriter.write(REPORT, BASE, MADE, resources);
  }
}
