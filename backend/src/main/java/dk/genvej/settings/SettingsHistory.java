package dk.genvej.settings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/**
 * Every choice a municipality has made.
 *
 * @param choices by key, those of one key by day
 */
public record SettingsHistory(List<SettingRow> choices) {

  public SettingsHistory {
    choices = List.copyOf(choices);
  }

  public SettingsOnDay on(LocalDate day) {
    var chosen = new HashMap<String, String>();
    choices.stream()
        .filter(one -> !one.validFrom().isAfter(day))
        .forEach(one -> chosen.put(one.key(), one.value()));
    return new SettingsOnDay(chosen);
  }
}
