package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Somebody's tablet, as far as it sends a queue up. */
public final class Outbox {

  public final UUID id;
  private final World world;
  private final TestUser user;
  private String sentAt;

  private Outbox(World world, TestUser user, UUID id) {
    this.world = world;
    this.user = user;
    this.id = id;
  }

  /** A new one. */
  public static Outbox of(World world, TestUser user) {
    return shared(world, user, Ids.next());
  }

  /** The same for another. */
  public static Outbox shared(World world, TestUser user, UUID id) {
    Api.as(user)
        .post("/devices", Map.of("id", id, "name", "Tavle", "clientVersion", "1.0.0"))
        .is(201);
    return new Outbox(world, user, id);
  }

  /** Says this time by its own clock when it sends. */
  public Outbox saying(String time) {
    sentAt = time;
    return this;
  }

  /** A write that is waiting; {@code body} null for none. */
  public Map<String, Object> write(String operation, Map<String, ?> path, Object body) {
    var mutation = new LinkedHashMap<String, Object>();
    mutation.put("id", Ids.next());
    mutation.put("operation", operation);
    mutation.put("path", path);
    mutation.put("recordedAt", world.today() + "T08:00:00+01:00");
    if (body != null) {
      mutation.put("body", body);
    }
    return mutation;
  }

  public static Map<String, Object> with(Map<String, Object> mutation, String name, Object value) {
    var more = new LinkedHashMap<>(mutation);
    more.put(name, value);
    return more;
  }

  @SafeVarargs
  public final Answer push(Map<String, Object>... mutations) {
    return push(List.of(mutations));
  }

  public Answer push(List<Map<String, Object>> mutations) {
    return Api.as(user).search("/sync/push", request(mutations));
  }

  public Map<String, Object> request(List<Map<String, Object>> mutations) {
    var request = new LinkedHashMap<String, Object>();
    request.put("device", id);
    request.put("clientVersion", "1.0.0");
    if (sentAt != null) {
      request.put("sentAt", sentAt);
    }
    request.put("mutations", mutations);
    return request;
  }

  /** What became of each, in their order. */
  public static String outcomes(Answer answer) {
    return results(answer).stream()
        .map(one -> one.get("outcome").asText())
        .collect(Collectors.joining(" "));
  }

  public static List<JsonNode> results(Answer answer) {
    return StreamSupport.stream(answer.ok().json().get("results").spliterator(), false).toList();
  }

  /** The status of each, and the code of its problem if it has one. */
  public static List<String> told(Answer answer) {
    var told = new ArrayList<String>();
    for (var one : results(answer)) {
      told.add((one.get("status").asText() + " " + one.at("/problem/code").asText()).strip());
    }
    return told;
  }

  // ---- what therapists write

  public Map<String, Object> visit(UUID courseId, String heldAt) {
    return write(
        "recordVisit",
        Map.of("courseId", courseId),
        Map.of("id", Ids.next(), "heldAt", heldAt, "minutes", 45, "contactType", "HOME"));
  }

  public Map<String, Object> planned(UUID courseId, UUID visitId, String at) {
    return write(
        "planVisit",
        Map.of("courseId", courseId),
        Map.of("id", visitId, "plannedAt", at, "minutes", 45, "contactType", "HOME"));
  }

  public Map<String, Object> held(UUID visitId, String at) {
    return write(
        "holdVisit",
        Map.of("visitId", visitId),
        Map.of("heldAt", at, "minutes", 45, "contactType", "HOME"));
  }

  public Map<String, Object> note(UUID courseId, String text, String happenedAt) {
    return write(
        "addNote",
        Map.of("courseId", courseId),
        Map.of("id", Ids.next(), "text", text, "happenedAt", happenedAt));
  }

  public Map<String, Object> goal(UUID goalId, int baseVersion, Map<String, Object> edit) {
    return with(write("changeGoal", Map.of("goalId", goalId), edit), "baseVersion", baseVersion);
  }
}
