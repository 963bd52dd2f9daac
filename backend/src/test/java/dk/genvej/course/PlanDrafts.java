package dk.genvej.course;

import dk.genvej.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan is made of, as it is sent. */
final class PlanDrafts {

  private PlanDrafts() {}

  static Map<String, Object> plan(String words) {
    return Map.of("citizensWords", words, "interventionType", "HVERDAGSREHABILITERING");
  }

  static Map<String, Object> condition(String code, int level) {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "level",
            level,
            "expectedLevel",
            1,
            "inFocus",
            true,
            "recordedOn",
            "2025-01-13"));
  }

  static Map<String, Object> grant(String code) {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "deliveryTypes",
            List.of("INDIVIDUAL", "DIGITAL"),
            "from",
            "2025-01-20",
            "until",
            "2025-04-14",
            "state",
            "ACTIVE"));
  }

  static Map<String, Object> note(String time) {
    return Map.of("id", Ids.next(), "text", time, "happenedAt", "2025-01-13T" + time + ":00+00:00");
  }
}
