package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CITIZEN_COUNT;
import static dk.genvej.tracking.gateway.contract.FindingCode.LAST_UPDATED_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.PROFILE_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.REFERENCE_OUTSIDE;
import static dk.genvej.tracking.gateway.contract.FindingCode.REPORT_ID_INVALID;
import static dk.genvej.tracking.gateway.contract.FindingCode.REPORT_ID_USED;
import static dk.genvej.tracking.gateway.contract.FindingCode.REPORT_SPANS_DAYS;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESOURCE_ID_INVALID;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESOURCE_TWICE;
import static dk.genvej.tracking.gateway.contract.FindingCode.SUBJECT_WRONG;

import dk.genvej.shared.Time;
import dk.genvej.tracking.fhir.CarePlan;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import dk.genvej.tracking.fhir.Encounter;
import dk.genvej.tracking.fhir.Goal;
import dk.genvej.tracking.fhir.Observation;
import dk.genvej.tracking.fhir.Patient;
import dk.genvej.tracking.fhir.Procedure;
import dk.genvej.tracking.fhir.Profile;
import dk.genvej.tracking.fhir.Resource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as a whole: one citizen, nothing that points out of it, no id twice, one day at most.
 */
final class ReportRules {

  private ReportRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return Stream.of(
            id(scrutiny),
            citizens(scrutiny),
            twice(scrutiny),
            scrutiny.resources().flatMap(one -> each(scrutiny, one)))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> id(Scrutiny scrutiny) {
    if (!scrutiny.idIsUuid()) {
      return Stream.of(Finding.of(REPORT_ID_INVALID));
    }
    return scrutiny.usedBefore() ? Stream.of(Finding.of(REPORT_ID_USED)) : Stream.empty();
  }

  private static Stream<Finding> citizens(Scrutiny scrutiny) {
    return scrutiny.report().all(Patient.class).count() == 1
        ? Stream.empty()
        : Stream.of(Finding.of(CITIZEN_COUNT));
  }

  private static Stream<Finding> twice(Scrutiny scrutiny) {
    return scrutiny.resources().collect(Collectors.groupingBy(Resource::address)).values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> new Finding(RESOURCE_TWICE, scrutiny.name(same.getFirst())));
  }

  private static Stream<Finding> each(Scrutiny scrutiny, Resource one) {
    var what = scrutiny.name(one);
    var updated = one.meta().lastUpdated();
    return Stream.of(
            Scrutiny.when(!Scrutiny.isUuid(one.id()), RESOURCE_ID_INVALID, what),
            Scrutiny.when(
                !one.meta().profile().equals(List.of(profile(one).url())), PROFILE_WRONG, what),
            Scrutiny.when(updated == null, LAST_UPDATED_MISSING, what),
            Scrutiny.when(spansDays(scrutiny, one), REPORT_SPANS_DAYS, what),
            Scrutiny.when(pointsOut(scrutiny, one), REFERENCE_OUTSIDE, what),
            Scrutiny.when(ofAnother(scrutiny, one), SUBJECT_WRONG, what))
        .flatMap(Function.identity());
  }

  /** What the day changed was changed that day; what only comes along, at some time before. */
  private static boolean spansDays(Scrutiny scrutiny, Resource one) {
    var updated = one.meta().lastUpdated();
    if (updated == null) {
      return false;
    }
    var on = Time.dayOf(OffsetDateTime.parse(updated).toInstant());
    return scrutiny.changed().contains(one.address())
        ? !on.equals(scrutiny.day())
        : on.isAfter(scrutiny.day());
  }

  private static boolean pointsOut(Scrutiny scrutiny, Resource one) {
    return one.references().stream()
        .anyMatch(reference -> scrutiny.report().find(reference).isEmpty());
  }

  private static boolean ofAnother(Scrutiny scrutiny, Resource one) {
    return subject(one).stream()
        .flatMap(reference -> scrutiny.report().find(reference).stream())
        .anyMatch(found -> !(found instanceof Patient));
  }

  private static List<Reference> subject(Resource one) {
    return switch (one) {
      case Patient _ -> List.of();
      case Condition condition -> List.of(condition.subject());
      case Goal goal -> List.of(goal.subject());
      case CarePlan plan -> List.of(plan.subject());
      case Procedure procedure -> List.of(procedure.subject());
      case Encounter contact -> List.of(contact.subject());
      case Observation result -> List.of(result.subject());
    };
  }

  private static Profile profile(Resource one) {
    return switch (one) {
      case Patient _ -> Profile.CITIZEN;
      case Condition _ -> Profile.CONDITION;
      case Goal _ -> Profile.GOAL;
      case CarePlan _ -> Profile.PLANNED_INTERVENTION;
      case Procedure _ -> Profile.COMPLETED_INTERVENTION;
      case Encounter _ -> Profile.ENCOUNTER;
      case Observation _ -> Profile.FOLLOW_UP_OBSERVATION;
    };
  }
}
