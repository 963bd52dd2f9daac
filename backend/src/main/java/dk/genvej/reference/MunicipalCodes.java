package dk.genvej.reference;

import dk.genvej.api.model.Code;
import dk.genvej.api.model.CodeSystem;
import dk.genvej.http.Language;
import dk.genvej.settings.IndicativeMinutes;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.settings.Settings;
import dk.genvej.shared.Title;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The code lists that a municipality sets itself, as they stand on a day. */
@Singleton
class MunicipalCodes {

  /** What every municipality offers; its own list may go finer (SEL § 83, ældreloven § 10). */
  private static final Map<String, Title> TITLES =
      Map.of(
          "PERSONAL_CARE", new Title("Personlig pleje", "Personal care"),
          "PRACTICAL_HELP", new Title("Praktisk hjælp", "Practical help"),
          "HVERDAGSREHABILITERING", new Title("Hverdagsrehabilitering", "Everyday rehabilitation"));

  private final Settings settings;

  MunicipalCodes(Settings settings) {
    this.settings = settings;
  }

  List<Code> interventionTypes(Work work, LocalDate day) {
    return settings.on(work, day).list(Setting.INTERVENTION_TYPES).stream()
        .map(one -> code(work, day, CodeSystem.INTERVENTION_TYPE, one, display(one)))
        .toList();
  }

  /** With the minutes a week each stands for, where they are known. */
  List<Code> courseLevels(Work work, LocalDate day) {
    return settings.on(work, day).map(Setting.COURSE_LEVELS).entrySet().stream()
        .map(
            one ->
                code(work, day, CodeSystem.COURSE_LEVEL, one.getKey(), display(one.getKey()))
                    .minutesPerWeek(IndicativeMinutes.parse(one.getValue()).orElse(null)))
        .toList();
  }

  List<Code> helpServices(Work work, LocalDate day) {
    var finer =
        settings.on(work, day).map(Setting.HELP_SERVICES).entrySet().stream()
            .map(one -> code(work, day, CodeSystem.HELP_SERVICE, one.getKey(), one.getValue()));
    var everywhere =
        Stream.of("PERSONAL_CARE", "PRACTICAL_HELP")
            .map(one -> CodeLists.code(CodeSystem.HELP_SERVICE, one, display(one), null));
    return Stream.concat(everywhere, finer).toList();
  }

  private Code code(Work work, LocalDate day, CodeSystem system, String code, String display) {
    return CodeLists.code(system, code, display, null).validFrom(since(work, day, system));
  }

  /** From when the list holds that stands on the day. */
  private LocalDate since(Work work, LocalDate day, CodeSystem system) {
    var key =
        switch (system) {
          case COURSE_LEVEL -> Setting.COURSE_LEVELS.key();
          case HELP_SERVICE -> Setting.HELP_SERVICES.key();
          default -> Setting.INTERVENTION_TYPES.key();
        };
    return settings.all(work).stream()
        .filter(row -> row.key().equals(key))
        .map(SettingRow::validFrom)
        .filter(from -> !from.isAfter(day))
        .max(Comparator.naturalOrder())
        .orElse(CodeLists.ALWAYS);
  }

  /** Our own words where we have them, else the code as people read it: KOL_HOLD is "Kol hold". */
  private static String display(String code) {
    var title = TITLES.get(code);
    if (title != null) {
      return Language.text(title);
    }
    var words = code.replace('_', ' ');
    return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.of("da"));
  }
}
