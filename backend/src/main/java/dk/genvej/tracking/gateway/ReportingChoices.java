package dk.genvej.tracking.gateway;

import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.settings.SettingsHistory;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Intervention;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality has chosen about its reports, by day.
 *
 * @param choices all of its choices
 * @param sorCode the organisation that keeps its record
 */
record ReportingChoices(List<SettingRow> choices, @Nullable String sorCode) {

  private static final String YES = "1";

  ReportingChoices {
    choices = List.copyOf(choices);
  }

  /** Empty on a day that another record reports, or none. */
  Optional<Reporting> on(LocalDate day, Classification classification) {
    return since(day)
        .map(
            since -> {
              var chosen = new SettingsHistory(choices).on(day);
              return new Reporting(
                  since,
                  Guide.valueOf(chosen.list(Setting.GATEWAY_GUIDE).getFirst()),
                  sorCode,
                  chosen.whole(Setting.GATEWAY_VISITS) == 1,
                  interventions(chosen.map(Setting.GATEWAY_CODES)),
                  classification);
            });
  }

  /** The first day of the stretch of reporting that a day is in. */
  Optional<LocalDate> since(LocalDate day) {
    LocalDate since = null;
    for (var choice : reporting()) {
      if (!choice.validFrom().isAfter(day)) {
        var reports = choice.value().equals(YES);
        since = reports ? (since == null ? choice.validFrom() : since) : null;
      }
    }
    return Optional.ofNullable(since);
  }

  /** The first day it ever reported for. */
  Optional<LocalDate> first() {
    return reporting().stream()
        .filter(choice -> choice.value().equals(YES))
        .map(SettingRow::validFrom)
        .findFirst();
  }

  int lagAlarmDays(LocalDate day) {
    return new SettingsHistory(choices).on(day).whole(Setting.GATEWAY_LAG_ALARM_DAYS);
  }

  private List<SettingRow> reporting() {
    return choices.stream()
        .filter(choice -> choice.key().equals(Setting.GATEWAY_REPORTS.key()))
        .sorted(Comparator.comparing(SettingRow::validFrom))
        .toList();
  }

  private static Map<String, Intervention> interventions(Map<String, String> written) {
    return written.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, pair -> intervention(pair.getValue())));
  }

  /** A code, and its title after a space where it is told. */
  private static Intervention intervention(String written) {
    var parts = written.split(" ", 2);
    return new Intervention(parts[0], parts.length == 2 ? parts[1].strip() : null, null);
  }
}
