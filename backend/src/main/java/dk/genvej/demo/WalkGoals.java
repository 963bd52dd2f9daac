package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Three goals and what COPM says of them before and after. */
final class WalkGoals {

  /** Performance and satisfaction of each goal. */
  static final int[][] BEFORE = {{3, 2}, {3, 3}, {4, 4}};

  static final int[][] AFTER = {{6, 7}, {6, 6}, {7, 8}};

  private static final List<List<String>> WORDS =
      List.of(
          List.of("Jeg vil kunne tage brusebad selv", "To bade om ugen uden hjælp"),
          List.of("Jeg vil hente min post selv", "Til postkassen og tilbage hver dag"),
          List.of("Jeg vil ned til vandet igen", "En tur til stranden om ugen"));

  private static final List<String> ENDS = List.of("ACHIEVED", "ACHIEVED", "PARTLY");

  private final WalkScene scene;
  private final String course;
  private final List<UUID> ids = new ArrayList<>();
  private final List<UUID> conditions = new ArrayList<>();

  WalkGoals(WalkScene scene, String course) {
    this.scene = scene;
    this.course = course;
  }

  void set(List<UUID> theConditions) {
    conditions.addAll(theConditions);
    for (int i = 0; i < WORDS.size(); i++) {
      ids.add(Ids.next());
      scene.client.post(scene.cast.therapist(), course + "/goals", goal(i));
    }
  }

  /** The first is about personal care, the others about getting about. */
  private Map<String, Object> goal(int i) {
    var words = WORDS.get(i);
    return Map.of(
        "id",
        ids.get(i),
        "citizensWords",
        words.get(0),
        "conditionId",
        conditions.get(Math.min(i, 1)),
        "measure",
        "Gange om ugen uden hjælp",
        "baseline",
        "Får hjælp hver gang",
        "baselineOn",
        scene.days.planned() + "",
        "target",
        words.get(1),
        "targetOn",
        scene.days.due() + "",
        "agreedWithCitizen",
        true);
  }

  void score(String phase, LocalDate day, int[][] values) {
    var items = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < values.length; i++) {
      items.add(Map.of("goalId", ids.get(i), "scale", "PERFORMANCE", "value", values[i][0]));
      items.add(Map.of("goalId", ids.get(i), "scale", "SATISFACTION", "value", values[i][1]));
    }
    scene.client.post(
        scene.cast.therapist(),
        course + "/scores",
        Map.of(
            "id",
            Ids.next(),
            "instrument",
            "COPM",
            "instrumentVersion",
            copmVersion(),
            "phase",
            phase,
            "scorer",
            "CITIZEN_WITH_STAFF",
            "scoredOn",
            day + "",
            "items",
            items));
  }

  private String copmVersion() {
    var found = scene.client.get(scene.cast.therapist(), "/instruments?limit=200").path("items");
    for (JsonNode instrument : found) {
      if (instrument.path("code").asText().equals("COPM")) {
        return instrument.path("version").asText();
      }
    }
    throw new DemoException("The walk ends here: the server knows no COPM.");
  }

  List<Map<String, Object>> ends() {
    var ends = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < ids.size(); i++) {
      ends.add(Map.of("goalId", ids.get(i), "status", ENDS.get(i)));
    }
    return ends;
  }

  List<Map<String, Object>> levels() {
    return conditions.stream()
        .map(id -> Map.<String, Object>of("conditionId", id, "level", 1))
        .toList();
  }
}
