package dk.genvej.print;

import dk.genvej.agreement.ActorRole;
import dk.genvej.goal.GoalStatus;
import dk.genvej.print.PrintRepository.AgreementLine;
import dk.genvej.print.PrintRepository.GoalLine;
import dk.genvej.print.PrintRepository.PlanLine;
import dk.genvej.print.PrintRepository.VisitLine;
import dk.genvej.visit.ContactType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The plan as the citizen has it in hand.
 *
 * @param inFocus rows of condition, level now, level aimed at
 * @param grants titles
 * @param unitName names a unit
 * @param userName names somebody on the staff
 */
record PlanSheet(
    Head head,
    PlanLine plan,
    List<GoalLine> goals,
    List<List<String>> inFocus,
    List<AgreementLine> agreements,
    List<String> grants,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate dueOn,
    List<VisitLine> visits,
    Function<UUID, String> unitName,
    Function<UUID, String> userName) {

  Sheet sheet() {
    var sheet = head.sheet("Plan", plan.version());
    head.on(sheet.top("Din plan"), List.of());
    if (plan.citizensWords() != null) {
      sheet.section("Det vil du gerne kunne").part("div", "voice").words(plan.citizensWords());
    }
    goals(sheet);
    if (plan.summary() != null) {
      sheet.section("Det gør vi sammen").words(plan.summary());
    }
    if (!inFocus.isEmpty()) {
      sheet
          .section("Det arbejder vi med")
          .table("even", List.of("Område", "Nu", "Vi sigter efter"), inFocus);
    }
    agreements(sheet);
    if (!grants.isEmpty()) {
      sheet.section("Det har du fået bevilget").bullets(grants);
    }
    days(sheet);
    return sheet;
  }

  private void goals(Sheet sheet) {
    if (goals.isEmpty()) {
      return;
    }
    var section = sheet.section(goals.size() == 1 ? "Dit mål" : "Dine mål");
    for (int i = 0; i < goals.size(); i++) {
      goal(section.part("div", "goal").line("h3", null, "Mål " + (i + 1)), goals.get(i));
    }
  }

  private static void goal(Block box, GoalLine goal) {
    box.line("p", "said", goal.citizensWords());
    box.fact("Sådan måler vi det", goal.measure());
    box.fact(
        "Da vi begyndte",
        "%s%s (%s)"
            .formatted(
                goal.baseline(),
                value(goal.baselineValue(), goal.unit()),
                Danish.day(goal.baselineOn())));
    box.fact("Målet", goal.target() + value(goal.targetValue(), goal.unit()));
    box.fact("Senest", Danish.day(goal.targetOn()));
    box.fact("Lige nu", Danish.status(GoalStatus.valueOf(goal.status())));
    if (!goal.agreedWithCitizen()) {
      box.line("Vi mangler at aftale målet med dig.");
    }
  }

  /** “, 52 kg” after the words, where there is a figure. */
  private static String value(@Nullable BigDecimal value, @Nullable String unit) {
    if (value == null) {
      return "";
    }
    return ", " + (Danish.number(value) + " " + Objects.requireNonNullElse(unit, "")).strip();
  }

  private void agreements(Sheet sheet) {
    if (!agreements.isEmpty()) {
      sheet
          .section("Hvem gør hvad")
          .table(
              "even",
              List.of("Hvem", "Hvad", "Hvor tit"),
              agreements.stream().map(this::row).toList());
    }
  }

  private List<String> row(AgreementLine agreement) {
    var unit = agreement.unitId();
    return List.of(
        unit == null ? Danish.who(ActorRole.valueOf(agreement.actorRole())) : unitName.apply(unit),
        agreement.action(),
        "%s, fra %s til %s"
            .formatted(
                Danish.often(agreement.timesPerWeek()),
                Danish.day(agreement.fromDay()),
                Danish.day(agreement.lastDay())));
  }

  private void days(Sheet sheet) {
    var section = sheet.whole("Vigtige dage");
    if (startedOn == null || dueOn == null) {
      section.line("Dit forløb er ikke begyndt endnu.");
    } else {
      section.fact("Dit forløb begyndte", Danish.day(startedOn));
      section.fact("Vi ser sammen på, hvordan det er gået", Danish.day(dueOn));
    }
    if (!visits.isEmpty()) {
      section.line("p", "fact", "De næste besøg:");
      section.bullets(visits.stream().map(this::visit).toList());
    }
  }

  private String visit(VisitLine visit) {
    return "%s: %s, %s"
        .formatted(
            Danish.meeting(visit.plannedAt()),
            userName.apply(visit.visitorId()),
            Danish.where(ContactType.valueOf(visit.contactType())));
  }
}
