package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CITIZEN_DEAD;
import static dk.genvej.tracking.gateway.contract.FindingCode.CPR_NOT_REPORTABLE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LIFE_NOT_TOLD;
import static dk.genvej.tracking.gateway.contract.FindingCode.SOR_CODE_MISSING;

import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.DataTypes.Identifier;
import dk.genvej.tracking.fhir.Patient;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The citizen: a real CPR number, the municipality's SOR code, alive or dead. */
final class CitizenRules {

  private static final Pattern CPR = Pattern.compile("[0-9]{10}");
  private static final Pattern SOR = Pattern.compile("[0-9]{11,20}");

  /** A year with every day of the calendar, as two digits do not tell the century. */
  private static final int LEAP_YEAR = 2000;

  private CitizenRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return scrutiny.report().all(Patient.class).flatMap(one -> judge(scrutiny, one));
  }

  private static Stream<Finding> judge(Scrutiny scrutiny, Patient citizen) {
    var untold = citizen.deceasedBoolean() == null && scrutiny.guide().afterTransition();
    return Stream.of(
            when(!hasRealNumber(citizen), CPR_NOT_REPORTABLE),
            when(!hasSorCode(citizen), SOR_CODE_MISSING),
            when(untold, LIFE_NOT_TOLD),
            when(Boolean.TRUE.equals(citizen.deceasedBoolean()), CITIZEN_DEAD))
        .flatMap(findings -> findings);
  }

  private static boolean hasRealNumber(Patient citizen) {
    var identifiers = Objects.requireNonNullElse(citizen.identifier(), List.<Identifier>of());
    return identifiers.size() == 1
        && official(identifiers.getFirst(), Codes.CPR)
        && CPR.matcher(identifiers.getFirst().value()).matches()
        && realDay(identifiers.getFirst().value());
  }

  /** A replacement number has 60 added to its day. */
  private static boolean realDay(String cpr) {
    try {
      LocalDate.of(LEAP_YEAR, Integer.parseInt(cpr, 2, 4, 10), Integer.parseInt(cpr, 0, 2, 10));
      return true;
    } catch (DateTimeException _) {
      return false; // Its text would name the date, so it goes no further.
    }
  }

  private static boolean hasSorCode(Patient citizen) {
    var organization = citizen.managingOrganization();
    var identifier = organization == null ? null : organization.identifier();
    return identifier != null
        && official(identifier, Codes.SOR)
        && SOR.matcher(identifier.value()).matches();
  }

  private static boolean official(Identifier identifier, String system) {
    return identifier.use().equals(Codes.OFFICIAL) && identifier.system().equals(system);
  }

  private static Stream<Finding> when(boolean wrong, FindingCode code) {
    return wrong ? Stream.of(Finding.of(code)) : Stream.empty();
  }
}
