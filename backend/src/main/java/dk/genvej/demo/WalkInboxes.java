package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.demo.WalkClient.Person;
import dk.genvej.shared.Time;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What everybody was told on the way, by their own inboxes. */
final class WalkInboxes {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private static final Map<String, String> KINDS =
      Map.of(
          "N1", "a course is referred to you",
          "N2", "the plan is active",
          "N3", "the evaluation is due in 14 days",
          "N4", "the evaluation is due today",
          "N5", "the evaluation is overdue",
          "N6", "the evaluation is overdue by eight days",
          "N7", "the evaluation is submitted: decide anew",
          "N8", "the course is completed",
          "N12", "an agreement is made or changed");

  private final WalkScene scene;
  private final String courseId;

  WalkInboxes(WalkScene scene, UUID courseId) {
    this.scene = scene;
    this.courseId = courseId.toString();
  }

  void tell() {
    scene.client.moveTo(scene.days.revisited());
    scene.says("What everybody was told on the way");
    var cast = scene.cast;
    tell("therapist", cast.therapist());
    tell("care staff", cast.careStaff());
    tell("visitator", cast.visitator());
    tell("coordinator", cast.coordinator());
  }

  private void tell(String role, Person person) {
    scene.says("  %-12s%s", role, person.name());
    var lines = new ArrayList<String>();
    for (JsonNode one : scene.client.get(person, "/inbox?limit=200").path("items")) {
      if (one.path("courseId").asText().equals(courseId)) {
        lines.add(line(one));
      }
    }
    Collections.reverse(lines);
    lines.forEach(line -> scene.says("    %s", line));
  }

  private static String line(JsonNode message) {
    var kind = message.path("kind").asText();
    var sent = OffsetDateTime.parse(message.path("sentAt").asText()).atZoneSameInstant(Time.ZONE);
    return "%-18s %-4s %s%s"
        .formatted(
            MOMENT.format(sent),
            kind,
            KINDS.getOrDefault(kind, ""),
            message.path("late").asBoolean() ? ", late" : "");
  }
}
