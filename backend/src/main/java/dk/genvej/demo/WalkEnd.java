package dk.genvej.demo;

import static dk.genvej.demo.WalkScene.help;
import static dk.genvej.demo.WalkScene.number;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Twelve weeks later: evaluation, re-visitation and review, and what came of it. */
final class WalkEnd {

  /** The field's own words for the categories. */
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "SELF_RELIANT", "SELVHJULPEN",
          "LESS_HELP", "MINDRE_HJÆLP",
          "UNCHANGED", "UÆNDRET",
          "MORE_HELP", "MERE_HJÆLP",
          "NOT_COMPUTABLE", "IKKE_BEREGNELIG");

  private final WalkScene scene;
  private final UUID courseId;
  private final String course;

  WalkEnd(WalkScene scene, UUID courseId) {
    this.scene = scene;
    this.courseId = courseId;
    this.course = "/courses/" + courseId;
  }

  void isEvaluated(WalkGoals goals) {
    var therapist = scene.cast.therapist();
    scene.on(scene.days.due());
    scene.does("therapist", therapist, "scores COPM again and submits the 12-week evaluation");
    goals.score("FINAL", scene.days.due(), WalkGoals.AFTER);
    scene.client.post(
        therapist,
        "/evaluations/" + twelveWeek() + "/submission",
        Map.of(
            "evaluatedOn",
            scene.days.due() + "",
            "citizensVoice",
            "Jeg går i bad selv og var nede ved vandet i søndags.",
            "summary",
            "Selvhjulpen i bad; har brug for støtte til rengøring.",
            "advice",
            "Fortsat hjælp til rengøring; morgenhjælp kan sættes ned.",
            "levels",
            goals.levels(),
            "goals",
            goals.ends()));
    var seen = scene.client.get(therapist, course);
    scene.sees(
        "%s, on time: %s; goals achieved %d of %d",
        seen.path("state").asText(),
        seen.at("/evaluation/onTime").asBoolean() ? "yes" : "no",
        seen.at("/goals/achieved").asInt(),
        seen.at("/goals/total").asInt());
  }

  private String twelveWeek() {
    var all = scene.client.get(scene.cast.therapist(), course + "/evaluations").path("items");
    for (JsonNode one : all) {
      if (one.path("kind").asText().equals("TWELVE_WEEK")) {
        return one.path("id").asText();
      }
    }
    throw new DemoException("The walk ends here: the course has no twelve-week evaluation.");
  }

  void isRevisited() {
    var visitator = scene.cast.visitator();
    scene.on(scene.days.revisited());
    scene.does("visitator", visitator, "decides the help that is left (revisitation)");
    scene.client.post(
        visitator,
        course + "/revisitation",
        Map.of(
            "id", Ids.next(),
            "decidedOn", scene.days.revisited() + "",
            "after", WalkContact.figure(90, 60)));
    var seen = scene.client.get(visitator, course);
    scene.sees("%s; after %s", seen.path("state").asText(), help(seen.path("after")));
  }

  void isReviewed() {
    var coordinator = scene.cast.coordinator();
    scene.does("coordinator", coordinator, "reads the completed course and signs it (gennemgået)");
    for (JsonNode one : scene.client.get(coordinator, "/courses/completed").path("items")) {
      if (one.path("id").asText().equals(courseId.toString())) {
        one.path("changes").forEach(this::tellChange);
      }
    }
    scene.client.post(
        coordinator, course + "/review", Map.of("comment", "Fint forløb; god aftale med holdet."));
    var seen = scene.client.get(coordinator, course);
    scene.sees("%s", seen.path("state").asText());
  }

  private void tellChange(JsonNode change) {
    scene.sees(
        "%s %s %s -> %s, %s%s",
        change.path("instrument").asText(),
        change.path("scale").asText().toLowerCase(Locale.ROOT),
        number(change.path("before")),
        number(change.path("after")),
        change.path("direction").asText().toLowerCase(Locale.ROOT),
        change.path("meaningful").asBoolean() ? ", a change that matters" : "");
  }

  void tellOutcome(String name) {
    var visitator = scene.cast.visitator();
    var seen = scene.client.get(visitator, course);
    var category = seen.path("category").asText();
    scene.says("%nWhat came of %s's course", name);
    scene.says("  category         %s", CATEGORIES.getOrDefault(category, category));
    scene.says(
        "  degree of help   %s %% (%s of %s)",
        number(seen.path("degreeOfHelp")), help(seen.path("after")), help(seen.path("shadow")));
    scene.says("  saved            %s min a week", number(seen.path("savedMinutes")));
    var dates = new ArrayList<String>();
    for (JsonNode one : scene.client.get(visitator, course + "/follow-ups").path("items")) {
      dates.add(one.path("dueOn").asText());
    }
    scene.says("  follow-ups       %s%n", String.join(", ", dates));
  }
}
