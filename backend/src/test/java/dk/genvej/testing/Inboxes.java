package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What everybody has been told of a course, as their own inboxes show it. */
public final class Inboxes {

  private static final Set<Role> WITHOUT = EnumSet.of(Role.ADMINISTRATOR, Role.LOG_CONTROLLER);

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Inboxes() {}

  /** Lines of "2025-03-31 07:00 N3 anna", earliest first; "late" at the end where it says so. */
  public static List<String> of(Story story) {
    return story.world.everybody.stream()
        .filter(user -> !WITHOUT.contains(user.roles().getFirst().role()))
        .flatMap(user -> lines(story, user))
        .sorted()
        .toList();
  }

  private static Stream<String> lines(Story story, TestUser user) {
    return messages(user)
        .filter(one -> one.path("courseId").asText().equals(story.courseId.toString()))
        .map(one -> line(one, user));
  }

  private static String line(JsonNode message, TestUser user) {
    var sent = OffsetDateTime.parse(message.get("sentAt").asText()).atZoneSameInstant(Time.ZONE);
    var late = message.get("late").asBoolean() ? " late" : "";
    return MOMENT.format(sent) + " " + message.get("kind").asText() + " " + user.subject() + late;
  }

  private static Stream<JsonNode> messages(TestUser user) {
    var page = Api.as(user).get("/inbox?limit=200").ok().json().get("items");
    return StreamSupport.stream(page.spliterator(), false);
  }
}
