package dk.genvej.tracking.gateway.contract;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.CarePlan;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DeliveryReport;
import dk.genvej.tracking.fhir.Encounter;
import dk.genvej.tracking.fhir.Goal;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Observation;
import dk.genvej.tracking.fhir.Patient;
import dk.genvej.tracking.fhir.Procedure;
import dk.genvej.tracking.fhir.Resource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report under judgement, and what it is judged by.
 *
 * @param day the day it tells of
 * @param changed addresses of what that day changed; the rest comes along because something refers
 *     to it
 * @param usedBefore whether the id of the report was used for another
 */
public record Scrutiny(
    DeliveryReport report,
    Guide guide,
    LocalDate day,
    Set<String> changed,
    KnownCodes codes,
    boolean usedBefore) {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final DateTimeFormatter DANISH =
      DateTimeFormatter.ofPattern("'den' d. MMMM yyyy", Locale.forLanguageTag("da"));
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("'of' d MMMM yyyy", Locale.ENGLISH);
  private static final int DAY_LENGTH = 10;

  public Scrutiny {
    changed = Set.copyOf(changed);
  }

  Stream<Resource> resources() {
    return report.entry().stream().map(DeliveryReport.Entry::resource);
  }

  static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  /** A finding when something is wrong, else nothing. */
  static Stream<Finding> when(boolean wrong, FindingCode code, Title what) {
    return wrong ? Stream.of(new Finding(code, what)) : Stream.empty();
  }

  /** A code that must be one of a list; an older key is its own finding after the transition. */
  Stream<Finding> known(
      @Nullable Concept concept, Set<String> list, FindingCode unknown, Title what) {
    if (concept == null || concept.coding().size() != 1) {
      return when(true, unknown, what);
    }
    var code = concept.coding().getFirst().code();
    if (codes.legacy().contains(code)) {
      return when(guide.afterTransition(), FindingCode.LEGACY_CODE, what);
    }
    return when(!list.contains(code), unknown, what);
  }

  // ---- what a finding is about, as people know it

  Title name(Resource resource) {
    return switch (resource) {
      case Patient _ -> new Title("borgeren", "the citizen");
      case Condition condition -> name(condition);
      case Goal goal -> name(goal);
      case CarePlan plan ->
          intervention(
              plan.activity().isEmpty() ? null : plan.activity().getFirst().detail().code());
      case Procedure procedure -> intervention(procedure.code());
      case Encounter contact -> dated(contact.period().start());
      case Observation result -> dated(result.effectiveDateTime());
    };
  }

  private Title name(Condition condition) {
    return codes.conditions().getOrDefault(code(condition.code()), told(condition.code()));
  }

  private Title name(Goal goal) {
    return goal.addresses().stream()
        .flatMap(one -> report.find(one).stream())
        .map(this::name)
        .findFirst()
        .orElse(new Title("tilstanden", "the condition"));
  }

  private Title intervention(@Nullable Concept concept) {
    var heading = codes.headings().getOrDefault(code(concept), told(concept));
    return codes.interventions().getOrDefault(code(concept), heading);
  }

  private static Title dated(@Nullable String start) {
    if (start == null || start.length() < DAY_LENGTH) {
      return new Title("uden dag", "without a day");
    }
    var day = LocalDate.parse(start.substring(0, DAY_LENGTH));
    return new Title(day.format(DANISH), day.format(ENGLISH));
  }

  private static String code(@Nullable Concept concept) {
    return concept == null || concept.coding().isEmpty() ? "" : concept.coding().getFirst().code();
  }

  private static Title told(@Nullable Concept concept) {
    var display =
        concept == null || concept.coding().isEmpty()
            ? null
            : concept.coding().getFirst().display();
    var text = display == null || display.isBlank() ? "?" : display;
    return new Title(text, text);
  }

  // ---- those of a kind that count, as what was taken back may be as wrong as it was

  <T extends Resource> List<T> standing(Class<T> kind) {
    return report.all(kind).filter(one -> !one.isInError()).toList();
  }

  boolean idIsUuid() {
    return isUuid(report.id()) && UUID.fromString(report.id()).toString().equals(report.id());
  }
}
