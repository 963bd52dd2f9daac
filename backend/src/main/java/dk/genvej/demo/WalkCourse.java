package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.demo.WalkClient.Person;
import dk.genvej.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plan, start and a visit: the therapist's part, and what the care staff see of it. */
final class WalkCourse {

  /** FSIII: personal care, and mobility and movement. */
  private static final List<String> CONDITIONS =
      List.of("feb38b55-c2d7-4d57-99c2-93622eaa0025", "d8aa5f09-cd9c-4996-a853-1c95ee98f25c");

  private final WalkScene scene;
  private final Person therapist;
  private final String course;
  private final WalkCitizen citizen;
  private final WalkGoals goals;

  WalkCourse(WalkScene scene, UUID courseId, WalkCitizen citizen) {
    this.scene = scene;
    this.therapist = scene.cast.therapist();
    this.course = "/courses/" + courseId;
    this.citizen = citizen;
    this.goals = new WalkGoals(scene, course);
  }

  WalkGoals isPlanned() {
    scene.on(scene.days.planned());
    scene.does(
        "therapist", therapist, "plans at the kitchen table, in " + citizen.name() + "'s words");
    scene.client.post(therapist, course + "/plan", null);
    int version = scene.client.get(therapist, course).at("/plan/version").asInt();
    scene.client.put(therapist, course + "/plan", version, plan());
    goals.set(conditions());
    goals.score("BASELINE", scene.days.planned(), WalkGoals.BEFORE);
    tellGoals(therapist);
    return goals;
  }

  private Map<String, Object> plan() {
    var types =
        scene.client.get(
            therapist, "/codes?system=INTERVENTION_TYPE&validOn=" + scene.days.planned());
    return Map.of(
        "citizensWords", "Jeg vil klare mig selv om morgenen og kunne gå ned til vandet igen.",
        "summary", "Træning i bad og påklædning med morgenholdet; gangtræning to gange om ugen.",
        "interventionType", types.at("/items/0/code").asText());
  }

  private List<UUID> conditions() {
    var made = new ArrayList<UUID>();
    for (var code : CONDITIONS) {
      var id = Ids.next();
      scene.client.put(
          therapist,
          course + "/conditions/" + id,
          0,
          Map.of(
              "code",
              code,
              "level",
              3,
              "expectedLevel",
              1,
              "inFocus",
              true,
              "recordedOn",
              scene.days.planned() + ""));
      made.add(id);
    }
    return made;
  }

  void starts() {
    scene.on(scene.days.started());
    scene.does("visitator", scene.cast.visitator(), "grants the course (bevilling)");
    scene.client.put(scene.cast.visitator(), course + "/grants/" + Ids.next(), 0, grant());
    scene.does("therapist", therapist, "starts the course and agrees with the care team");
    scene.client.post(
        therapist, course + "/activation", Map.of("startedOn", scene.days.started() + ""));
    scene.client.post(therapist, course + "/agreements", agreement());
    scene.client.post(therapist, course + "/visits", visit());
    tell(therapist);
    tellCareStaff();
  }

  private Map<String, Object> grant() {
    var basis = scene.days.legalBasis();
    var codes =
        scene.client.get(
            scene.cast.visitator(),
            "/codes?system=GRANT&legalBasis=%s&validOn=%s".formatted(basis, scene.days.started()));
    var grant = new HashMap<String, Object>();
    grant.put("code", codes.at("/items/0/code").asText());
    grant.put("deliveryTypes", List.of("INDIVIDUAL"));
    grant.put("from", scene.days.started() + "");
    grant.put("until", scene.days.due() + "");
    grant.put("state", "ACTIVE");
    if (basis.equals("AELDRELOVEN_10")) {
      // The act has no code of its own for rehabilitation.
      grant.put(
          "localLevel3", Map.of("code", "REHAB-12", "display", "Rehabiliteringsforløb 12 uger"));
    }
    return grant;
  }

  private Map<String, Object> agreement() {
    return Map.of(
        "id",
        Ids.next(),
        "actorRole",
        "CARE_STAFF",
        "unitId",
        scene.cast.teamId(),
        "action",
        "Bliv i nærheden ved bad med bænk; hjælp kun på opfordring.",
        "timesPerWeek",
        2,
        "from",
        scene.days.started() + "",
        "until",
        scene.days.due() + "");
  }

  private final UUID visitId = Ids.next();

  private Map<String, Object> visit() {
    var at = WalkScene.text(scene.now().plusDays(2));
    return Map.of("id", visitId, "contactType", "HOME", "plannedAt", at, "minutes", 60);
  }

  private void tellCareStaff() {
    var staff = scene.cast.careStaff();
    scene.does("care staff", staff, "looks up " + citizen.name());
    var agreements = scene.client.get(staff, course + "/agreements").path("items");
    var goalsSeen = scene.client.get(staff, course + "/goals").path("items");
    scene.sees(
        "%d goals and the agreement: \"%s\"",
        goalsSeen.size(), agreements.at("/0/action").asText());
  }

  void isVisited() {
    scene.on(scene.days.visited());
    scene.does("therapist", therapist, "visits and holds the planned visit");
    var today = scene.client.get(therapist, "/visits/today").path("items");
    scene.sees("%d visit(s) today", today.size());
    scene.client.post(
        therapist,
        "/visits/" + visitId + "/held",
        Map.of(
            "heldAt",
            WalkScene.text(scene.now()),
            "minutes",
            52.5,
            "contactType",
            "HOME",
            "note",
            "Øvede bad med bænk; klarede håret selv."));
  }

  void comesDue() {
    scene.on(scene.days.reminded());
    scene.does(
        "therapist", therapist, "opens the list of courses, two weeks before the evaluation");
    tell(therapist);
    scene.does("visitator", scene.cast.visitator(), "opens the planning");
    var planning = scene.client.get(scene.cast.visitator(), "/planning").path("items");
    for (JsonNode item : planning) {
      scene.sees(
          "%s, due %s: %s",
          item.path("kind").asText(),
          item.path("dueOn").asText(),
          item.at("/citizen/name").asText());
    }
  }

  private void tellGoals(Person person) {
    for (JsonNode goal : scene.client.get(person, course + "/goals").path("items")) {
      scene.sees(
          "goal: \"%s\", %s", goal.path("citizensWords").asText(), goal.path("status").asText());
    }
  }

  private void tell(Person person) {
    var seen = scene.client.get(person, course);
    scene.sees(
        "%s, started %s, evaluation due %s",
        seen.path("state").asText(), seen.path("startedOn").asText(), seen.path("dueOn").asText());
  }

  static void tellMine(WalkScene scene, UUID courseId) {
    for (JsonNode mine : scene.client.get(scene.cast.therapist(), "/courses/mine").path("items")) {
      if (mine.path("id").asText().equals(courseId.toString())) {
        scene.sees(
            "%s: %s, next %s",
            mine.at("/citizen/name").asText(),
            mine.path("state").asText(),
            mine.path("nextDueKind").asText("nothing"));
      }
    }
  }
}
