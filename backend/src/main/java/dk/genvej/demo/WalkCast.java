package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.demo.WalkClient.Person;
import java.util.ArrayList;
import java.util.List;

/** Who plays: the first of each role in the small municipality. */
record WalkCast(
    Person visitator, Person therapist, Person careStaff, Person coordinator, String teamId) {

  static WalkCast of(JsonNode users) {
    var careStaff = first(users, "CARE_STAFF");
    return new WalkCast(
        first(users, "VISITATOR"),
        first(users, "THERAPIST"),
        careStaff,
        first(users, "COORDINATOR"),
        careStaff.unitId());
  }

  /** Therapists work in a care area; it is the citizen's too. */
  String careAreaId() {
    return therapist.unitId();
  }

  private static Person first(JsonNode users, String role) {
    var code = "%04d".formatted(DemoMunicipalities.SMALL.code());
    List<JsonNode> all = new ArrayList<>();
    users.forEach(all::add);
    return all.stream()
        .filter(user -> user.path("municipality").asText().equals(code))
        .filter(user -> user.path("role").asText().equals(role))
        .findFirst()
        .map(WalkCast::person)
        .orElseThrow(() -> new DemoException("The demo has nobody who is " + role + "."));
  }

  private static Person person(JsonNode user) {
    return new Person(
        user.path("username").asText(),
        user.path("password").asText(),
        user.path("userId").asText(),
        user.path("name").asText(),
        user.path("unitId").asText());
  }
}
