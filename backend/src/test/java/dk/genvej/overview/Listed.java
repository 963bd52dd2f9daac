package dk.genvej.overview;

import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a test looks for in a list of courses. */
final class Listed {

  private Listed() {}

  static List<String> ids(Answer page) {
    var found = new ArrayList<String>();
    page.json().at("/items").forEach(item -> found.add(item.path("id").asText()));
    return found;
  }

  static String[] ids(Made... made) {
    return java.util.Arrays.stream(made)
        .map(Made::courseId)
        .map(UUID::toString)
        .toArray(String[]::new);
  }

  static List<String> paged(TestUser user, String path) {
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var page = Api.as(user).get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).ok();
      found.addAll(ids(page));
      cursor = page.json().path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return found;
  }

  static String disclosed(World world, String operation) {
    return world.value(
        "select max(cardinality(citizens)) from access_log where municipality_id = :m and"
            + " outcome = 'DISCLOSED' and operation = '"
            + operation
            + "'");
  }
}
