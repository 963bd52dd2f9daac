package dk.genvej.settings;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All settings of a municipality as they stand on one day. */
public record SettingsOnDay(Map<String, String> chosen) {

  public SettingsOnDay {
    chosen = Map.copyOf(chosen);
  }

  public int whole(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  public List<String> list(Setting setting) {
    return Arrays.asList(text(setting).split(","));
  }

  public LocalTime time(Setting setting) {
    return LocalTime.parse(text(setting));
  }

  public Set<MonthDay> days(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .filter(day -> !day.isEmpty())
        .map(day -> MonthDay.parse("--" + day))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Pairs in their order. */
  public Map<String, String> map(Setting setting) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : text(setting).split(",")) {
      if (!pair.isBlank()) {
        var parts = pair.split("=", 2);
        pairs.put(parts[0].strip(), parts[1].strip());
      }
    }
    return pairs;
  }

  private String text(Setting setting) {
    return chosen.getOrDefault(setting.key(), setting.standard());
  }
}
