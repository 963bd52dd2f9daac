package dk.genvej.administration;

import dk.genvej.api.model.SettingPage;
import dk.genvej.api.model.SettingSource;
import dk.genvej.api.model.Stamp;
import dk.genvej.http.Language;
import dk.genvej.http.Pages;
import dk.genvej.http.Refs;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.shared.Title;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as the administrator sees them: the default, then what the municipality has chosen. */
@Singleton
class SettingViews {

  /** Defaults hold from before any course. */
  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  static final Map<Setting, Title> TITLES =
      Map.ofEntries(
          Map.entry(
              Setting.COURSE_LENGTH_DAYS,
              new Title(
                  "Dage fra start til 12-ugers evaluering",
                  "Days from start to twelve-week evaluation")),
          Map.entry(
              Setting.EVALUATION_WINDOW_DAYS,
              new Title(
                  "Dage før og efter fristen, hvor 12-ugers evalueringen er rettidig",
                  "Days before and after the due date in which the evaluation is timely")),
          Map.entry(
              Setting.COURSE_START_BACK_DAYS,
              new Title(
                  "Dage, en start højst kan ligge tilbage i tiden",
                  "Days a start may lie back at most")),
          Map.entry(
              Setting.FOLLOW_UP_MONTHS,
              new Title("Måneder efter afslutning, hvor der følges op", "Months of follow-up")),
          Map.entry(
              Setting.CORRECTION_AUTHOR_HOURS,
              new Title(
                  "Timer, hvor den, der har skrevet, selv kan rette",
                  "Hours an author may correct")),
          Map.entry(
              Setting.PRINT_TELEPHONES,
              new Title(
                  "Telefonnumre på udskrifter, efter plejeområde",
                  "Telephone numbers on prints, by care area")),
          Map.entry(
              Setting.INTERVENTION_TYPES,
              new Title("Indsatstyper, der tilbydes", "Types of intervention on offer")),
          Map.entry(
              Setting.COURSE_LEVELS,
              new Title(
                  "Pleje- og omsorgsforløb med minutter pr. uge",
                  "Levels of care, with minutes a week")),
          Map.entry(Setting.HELP_SERVICES, new Title("Ydelser i hjælpen", "Services of help")),
          Map.entry(
              Setting.GRANT_LEVEL3,
              new Title("Lokale koder på niveau 3", "Local codes on level 3")),
          Map.entry(
              Setting.TRACKING_WARN_HOURS,
              new Title(
                  "Timer, før en ventende indberetning er forsinket",
                  "Hours before a waiting report is late")),
          Map.entry(
              Setting.TRACKING_ALARM_HOURS,
              new Title(
                  "Timer, før en ventende indberetning giver alarm",
                  "Hours before a waiting report raises an alarm")),
          Map.entry(
              Setting.GATEWAY_REPORTS,
              new Title(
                  "Om der indberettes til FK Gateway herfra: 1 ja, 0 nej",
                  "Whether FK Gateway is reported to from here: 1 yes, 0 no")),
          Map.entry(
              Setting.GATEWAY_GUIDE,
              new Title(
                  "KL's vejledning, der indberettes efter", "The guide of KL that is reported by")),
          Map.entry(
              Setting.GATEWAY_CODES,
              new Title(
                  "Indsatskoder for hjælp, der er tilbage",
                  "Codes of interventions for help that is left")),
          Map.entry(
              Setting.GATEWAY_VISITS,
              new Title(
                  "Om besøg indberettes: 1 ja, 0 nej", "Whether visits are reported: 1 yes, 0 no")),
          Map.entry(
              Setting.GATEWAY_LAG_ALARM_DAYS,
              new Title(
                  "Dage, en indberetning er forsinket, før der slås alarm",
                  "Days a report is late before an alarm is raised")),
          Map.entry(
              Setting.SNAPSHOT_END_SHARE,
              new Title(
                  "Procent, et øjebliksbillede højst afslutter uden at spørge",
                  "Per cent a snapshot may end without asking")),
          Map.entry(
              Setting.NOTICE_TIME,
              new Title(
                  "Klokkeslæt for beskeder, der hører til en dag",
                  "Time of day of notices that belong to a day")),
          Map.entry(
              Setting.NOTICE_REMINDER_DAYS,
              new Title(
                  "Dage før fristen, hvor der mindes om evalueringen",
                  "Days before the due date of the reminder of an evaluation")),
          Map.entry(
              Setting.NOTICE_OVERDUE_DAYS,
              new Title(
                  "Dage efter fristen, hvor terapeuten rykkes",
                  "Days after the due date until the therapist is told that it has passed")),
          Map.entry(
              Setting.NOTICE_ESCALATION_DAYS,
              new Title(
                  "Dage efter fristen, hvor koordinatoren får besked",
                  "Days after the due date until the coordinator is told")),
          Map.entry(
              Setting.DAYS_OFF,
              new Title(
                  "Dage om året, der også er fridage, som 12-24",
                  "Days of the year that are days off too, as 12-24")),
          Map.entry(
              Setting.CHANGE_THAT_MATTERS,
              new Title(
                  "Ændring i en score, der regnes for betydende",
                  "Change of a score that matters")));

  private final Refs refs;

  SettingViews(Refs refs) {
    this.refs = refs;
  }

  SettingPage page(
      Work work,
      List<SettingRow> chosen,
      @Nullable String key,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var all =
        Arrays.stream(Setting.values())
            .filter(setting -> key == null || setting.key().equals(key))
            .sorted(Comparator.comparing(Setting::key))
            .flatMap(setting -> history(work, setting, chosen))
            .toList();
    var page = Pages.of(all, cursor, limit, one -> one.getKey() + one.getOrigin() + one.getId());
    return new SettingPage(page.items()).next(page.next());
  }

  private Stream<dk.genvej.api.model.Setting> history(
      Work work, Setting setting, List<SettingRow> chosen) {
    return Stream.concat(
        Stream.of(standard(setting)),
        chosen.stream()
            .filter(row -> row.key().equals(setting.key()))
            .map(row -> choice(work, setting, row)));
  }

  private static dk.genvej.api.model.Setting standard(Setting setting) {
    return new dk.genvej.api.model.Setting(
        setting.key(),
        text(setting),
        ALWAYS,
        setting.standard(),
        SettingSource.DEFAULT,
        setting.source());
  }

  private dk.genvej.api.model.Setting choice(Work work, Setting setting, SettingRow row) {
    var view =
        new dk.genvej.api.model.Setting(
                row.key(),
                text(setting),
                row.validFrom(),
                row.value(),
                SettingSource.MUNICIPALITY,
                row.source())
            .id(row.id());
    var author = refs.userOrNull(work, row.authorId());
    if (author != null) {
      view.setStamp(new Stamp(author, Refs.time(row.receivedAt())));
    }
    return view;
  }

  private static String text(Setting setting) {
    return Language.text(TITLES.getOrDefault(setting, new Title(setting.key(), setting.key())));
  }
}
