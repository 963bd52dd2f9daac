package dk.genvej.testing;

import dk.genvej.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the steps of a {@link Story} send. */
public final class Drafts {

  private Drafts() {}

  static Map<String, Object> contact(UUID id, UUID citizenId, String receivedOn) {
    return Map.of(
        "id",
        id,
        "citizenId",
        citizenId,
        "kind",
        "HOME_CARE",
        "source",
        "HOSPITAL_MEDICAL",
        "reason",
        "AFTER_ADMISSION",
        "receivedOn",
        receivedOn);
  }

  static Map<String, Object> suitable(String assessedOn) {
    return Map.of(
        "suitable", true,
        "reason", "AFTER_ADMISSION",
        "individualReason", "Gik selv før indlæggelsen og vil gerne i bad uden hjælp igen.",
        "assessedOn", assessedOn,
        "legalBasis", "SEL_83A");
  }

  /** Personal care, in focus. */
  public static Map<String, Object> finding(int level, int expected, LocalDate day) {
    return Map.of(
        "code", Story.PERSONAL_CARE,
        "level", level,
        "expectedLevel", expected,
        "inFocus", true,
        "recordedOn", day);
  }

  /** Agreed with the citizen, to be reached twelve weeks from the day. */
  static Map<String, Object> goal(String words, UUID conditionId, LocalDate day) {
    var goal = new LinkedHashMap<String, Object>();
    goal.put("id", Ids.next());
    goal.put("citizensWords", words);
    goal.put("conditionId", conditionId);
    goal.put("measure", "Hvor meget hjælp der skal til");
    goal.put("baseline", "Hjælp til det hele");
    goal.put("baselineOn", day);
    goal.put("target", "Klarer det selv");
    goal.put("targetOn", day.plusDays(84));
    goal.put("agreedWithCitizen", true);
    return goal;
  }

  /** Values per scale, one per goal in their order. */
  static List<Map<String, Object>> scoreItems(
      List<UUID> goals, Map<String, List<String>> valuesByScale) {
    var items = new ArrayList<Map<String, Object>>();
    valuesByScale.forEach(
        (scale, values) ->
            IntStream.range(0, values.size())
                .mapToObj(i -> scoreItem(goals.get(i), scale, values.get(i)))
                .forEach(items::add));
    return items;
  }

  private static Map<String, Object> scoreItem(UUID goal, String scale, String value) {
    return Map.of("goalId", goal, "scale", scale, "value", new BigDecimal(value));
  }

  static Map<String, Object> plannedVisit(LocalDate day) {
    return Map.of(
        "id",
        Ids.next(),
        "contactType",
        "HOME",
        "plannedAt",
        day + "T10:00:00+01:00",
        "minutes",
        45);
  }

  static Map<String, Object> note(LocalDate day) {
    return Map.of(
        "id",
        Ids.next(),
        "text",
        "Gik til postkassen uden rollator.",
        "happenedAt",
        day + "T09:30:00+01:00");
  }

  /** Three times a week by a team of carers, until the twelve weeks are over. */
  static Map<String, Object> agreement(UUID unit, LocalDate from) {
    return Map.of(
        "id",
        Ids.next(),
        "actorRole",
        "CARE_STAFF",
        "unitId",
        unit,
        "action",
        "Gangtræning 10 min",
        "timesPerWeek",
        3,
        "from",
        from,
        "until",
        from.plusDays(83));
  }

  /** In hospital; without an end while until is null. */
  static Map<String, Object> pause(String from, String until) {
    var pause = new LinkedHashMap<String, Object>();
    pause.put("id", Ids.next());
    pause.put("from", from);
    pause.put("reason", "HOSPITAL");
    if (until != null) {
      pause.put("until", until);
    }
    return pause;
  }

  static Map<String, Object> evaluation(
      String day, UUID conditionId, int level, List<UUID> goals, String goalStatus) {
    return Map.of(
        "evaluatedOn",
        day,
        "citizensVoice",
        "Jeg går i bad selv.",
        "advice",
        "Morgenhjælp kan sættes ned.",
        "levels",
        List.of(Map.of("conditionId", conditionId, "level", level)),
        "goals",
        goals.stream().map(id -> Map.of("goalId", id, "status", goalStatus)).toList());
  }
}
