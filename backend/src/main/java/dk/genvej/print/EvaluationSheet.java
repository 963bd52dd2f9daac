package dk.genvej.print;

import dk.genvej.goal.GoalStatus;
import dk.genvej.print.PrintRepository.EvaluationLine;
import dk.genvej.print.PrintRepository.GoalJudged;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as the citizen has it in hand.
 *
 * @param levels rows of condition, level at the start, level now
 * @param dueOn the day of the twelve-week evaluation
 */
record EvaluationSheet(
    Head head,
    EvaluationLine evaluation,
    boolean twelveWeek,
    List<GoalJudged> goals,
    List<List<String>> levels,
    List<Scored> scores,
    @Nullable LocalDate dueOn) {

  /**
   * One scale of one instrument.
   *
   * @param rows of what was scored, before, now
   */
  record Scored(String title, List<List<String>> rows) {}

  Sheet sheet() {
    var sheet = head.sheet("Evaluering", evaluation.version());
    var top = sheet.top(twelveWeek ? "Sådan er det gået" : "Sådan går det");
    var day = Objects.requireNonNull(evaluation.evaluatedOn(), "a submitted one was held");
    head.on(top, List.of("Vi talte om det den " + Danish.day(day) + "."));
    said(sheet, "Det siger du selv", evaluation.citizensVoice(), true);
    goals(sheet);
    if (!levels.isEmpty()) {
      sheet
          .section("Det kan du nu")
          .table("even", List.of("Område", "Da vi begyndte", "Nu"), levels);
    }
    scores(sheet);
    said(sheet, "Det har terapeuten set", evaluation.summary(), false);
    said(sheet, "Terapeutens råd til visitator", evaluation.advice(), false);
    next(sheet.whole("Hvad sker der nu?"));
    return sheet;
  }

  private static void said(Sheet sheet, String heading, @Nullable String words, boolean own) {
    if (words != null) {
      var section = sheet.section(heading);
      (own ? section.part("div", "voice") : section).words(words);
    }
  }

  private void goals(Sheet sheet) {
    if (goals.isEmpty()) {
      return;
    }
    var section = sheet.section(goals.size() == 1 ? "Dit mål" : "Dine mål");
    for (int i = 0; i < goals.size(); i++) {
      var goal = goals.get(i);
      section
          .part("div", "goal")
          .line("h3", null, "Mål " + (i + 1))
          .line("p", "said", goal.citizensWords())
          .fact("Målet", goal.target())
          .fact("Sådan er det gået", Danish.status(GoalStatus.valueOf(goal.status())));
    }
  }

  private void scores(Sheet sheet) {
    if (scores.isEmpty()) {
      return;
    }
    var section = sheet.section("Sådan er det scoret");
    for (var scored : scores) {
      section.line("h3", null, scored.title());
      section.table("figures", List.of("Hvad", "Da vi begyndte", "Nu"), scored.rows());
    }
  }

  private void next(Block section) {
    if (twelveWeek) {
      section.line("Visitator taler med dig om, hvilken hjælp du skal have fremover.");
    } else if (dueOn != null) {
      section.line("Forløbet går videre. Vi ser på det hele sammen den " + Danish.day(dueOn) + ".");
    }
  }
}
