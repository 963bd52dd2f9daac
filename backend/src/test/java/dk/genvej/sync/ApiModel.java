package dk.genvej.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a tablet ought to hold, found without the sync: whom, by the state of courses and by who
 * serves today; what, by the API's own lists asked as that person.
 */
record ApiModel(World world, TestUser user) {

  private static final List<String> PERSON =
      List.of(
          "id",
          "version",
          "name",
          "birthDate",
          "address",
          "addressProtection",
          "phone",
          "careArea",
          "servingUnits",
          "flags",
          "responsibleVisitator",
          "diedOn",
          "movedAwayOn",
          "stamp");

  private static final List<String> COURSE =
      List.of(
          "id",
          "version",
          "careArea",
          "referralId",
          "legalBasis",
          "state",
          "referredOn",
          "startedOn",
          "dueOn",
          "evaluatedOn",
          "therapist",
          "tovholder",
          "before",
          "shadow",
          "stamp");

  /** Citizens and their open courses. */
  Map<UUID, UUID> scope() {
    var unit = user.roles().getFirst().unitId();
    var open =
        "c.state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED') and p.died_on is"
            + " null";
    return therapist()
        ? courses(
            open
                + " and (c.care_area_id = '%s' or '%s' in (c.therapist_id, c.tovholder_id))"
                    .formatted(unit, user.id()))
        : courses(
            open
                + " and exists (select from care_relation r where r.citizen_id = c.citizen_id and"
                + " r.kind = 'SERVING' and r.scope_id = '%s' and '%s' >= r.from_day and (r.before_day"
                    .formatted(unit, world.today())
                + " is null or '%s' < r.before_day))".formatted(world.today()));
  }

  /** As {@link dk.genvej.testing.Tablet} keeps it. */
  Map<UUID, Map<String, Map<String, JsonNode>>> everything() {
    var all = new TreeMap<UUID, Map<String, Map<String, JsonNode>>>();
    scope().forEach((citizen, course) -> all.put(citizen, of(citizen, course)));
    return all;
  }

  private Map<String, Map<String, JsonNode>> of(UUID citizenId, UUID courseId) {
    var kinds = new TreeMap<String, Map<String, JsonNode>>();
    single(kinds, "person", only(api().get("/citizens/%s", citizenId).ok().json(), PERSON));
    list(kinds, "goals", "/courses/" + courseId + "/goals");
    list(kinds, "agreements", "/courses/" + courseId + "/agreements");
    for (var agreement : new HashSet<>(kinds.getOrDefault("agreements", Map.of()).keySet())) {
      list(kinds, "registrations", "/agreements/" + agreement + "/registrations");
    }
    if (therapist()) {
      course(kinds, courseId);
      for (var kind : List.of("scores", "visits", "notes", "evaluations")) {
        list(kinds, kind, "/courses/" + courseId + "/" + kind);
      }
    }
    return kinds;
  }

  private void course(Map<String, Map<String, JsonNode>> kinds, UUID courseId) {
    var course = api().get("/courses/%s", courseId).ok().json();
    single(kinds, "course", only(course, COURSE));
    if (course.has("plan")) {
      single(kinds, "plan", course.get("plan"));
    }
    for (var kind : List.of("conditions", "grants", "pauses")) {
      course
          .get(kind)
          .forEach(
              one -> {
                if (kind.equals("pauses")) {
                  ((ObjectNode) one).remove("days");
                }
                add(kinds, kind, one);
              });
    }
  }

  private void list(Map<String, Map<String, JsonNode>> kinds, String kind, String path) {
    var next = "";
    do {
      var page = api().get(path + "?limit=200" + next).ok().json();
      page.get("items").forEach(one -> add(kinds, kind, one));
      next = page.path("next").isTextual() ? "&cursor=" + page.get("next").asText() : "";
    } while (!next.isEmpty());
  }

  private static void add(Map<String, Map<String, JsonNode>> kinds, String kind, JsonNode one) {
    kinds.computeIfAbsent(kind, _ -> new TreeMap<>()).put(one.get("id").asText(), one);
  }

  private static void single(Map<String, Map<String, JsonNode>> kinds, String kind, JsonNode one) {
    kinds.put(kind, new TreeMap<>(Map.of("", one)));
  }

  private static JsonNode only(JsonNode whole, List<String> properties) {
    return ((ObjectNode) whole.deepCopy()).retain(properties);
  }

  private boolean therapist() {
    return user.roles().stream().anyMatch(held -> held.role() == Role.THERAPIST);
  }

  private Api api() {
    return Api.as(user);
  }

  private Map<UUID, UUID> courses(String where) {
    var sql =
        "select c.citizen_id, c.id from course c join citizen p on p.id = c.citizen_id"
            + " where c.municipality_id = %d and %s".formatted(world.municipality, where);
    try (var connection = world.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new TreeMap<UUID, UUID>();
      while (rows.next()) {
        found.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
      }
      return found;
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  Set<UUID> citizens() {
    return scope().keySet();
  }
}
