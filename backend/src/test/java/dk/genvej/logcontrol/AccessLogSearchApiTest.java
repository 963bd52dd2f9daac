package dk.genvej.logcontrol;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.database.Installation;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessLogSearchApiTest {

  private final World world = new World();

  @Test
  void logControlSeesWhoSawACitizenAndWhoWasRefused() {
    var citizen = aCitizen(world).registeredBy(world.vera);
    Api.as(world.vera).get("/citizens/%s", citizen).ok();
    Api.as(world.anna).get("/citizens/%s", citizen).refused(404, "NOT_FOUND");
    Api.as(world.vera).search("/citizens/search", Map.of("name", "opdigtet")).ok();

    var found = search(Map.of("citizenId", citizen), "").ok();

    assertThat(found.json().at("/items").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("READ", "DENIAL", "SEARCH_HIT");
    var denial =
        found.json().at("/items").findParents("kind").stream()
            .filter(item -> item.get("kind").asText().equals("DENIAL"))
            .findFirst()
            .orElseThrow();
    assertThat(denial.at("/user/name").asText()).isEqualTo("Anna Terapeut");
    assertThat(denial.at("/role").asText()).isEqualTo("THERAPIST");
    assertThat(denial.at("/status").asInt()).isEqualTo(404);
    assertThat(denial.at("/citizenIds")).isEmpty();
  }

  @Test
  void theSearchIsItselfInTheLogAlsoWhenItFoundNothing() {
    search(Map.of("userId", UUID.randomUUID()), "").ok();

    assertThat(
            world.value(
                "select count(*) from access_log where municipality_id = :m and operation ="
                    + " 'searchAccessLog' and user_id = '"
                    + world.lone.id()
                    + "'"))
        .isEqualTo("1");
    assertThat(search(Map.of("userId", world.lone.id()), "").ok().at("/items/0/operation"))
        .isEqualTo("searchAccessLog");
  }

  @Test
  void theLogComesInPagesNewestFirst() {
    var citizen = aCitizen(world).registeredBy(world.vera);
    for (var day : new String[] {"2025-01-14", "2025-01-15", "2025-01-16"}) {
      world.on(day);
      Api.as(world.vera).get("/citizens/%s", citizen).ok();
    }

    var first = search(Map.of("userId", world.vera.id()), "?limit=2").ok();
    var second =
        search(Map.of("userId", world.vera.id()), "?limit=2&cursor=" + first.at("/next")).ok();

    assertThat(first.at("/items/0/at")).startsWith("2025-01-16T10:00:00");
    assertThat(first.at("/items/1/at")).startsWith("2025-01-15");
    assertThat(second.json().at("/items")).hasSize(1);
    assertThat(second.at("/items/0/at")).startsWith("2025-01-14");
  }

  @Test
  void aSearchSpansAYearWithItsLeapDayAtMost() {
    period("2024-12-01T00:00:00+01:00", "2025-12-02T00:00:00+01:00").ok();
    period("2024-12-01T00:00:00+01:00", "2025-12-02T00:00:01+01:00")
        .refused(422, "LOG_PERIOD_TOO_LONG");
    period("2025-02-01T00:00:00+01:00", "2025-01-01T00:00:00+01:00")
        .refused(422, "PERIOD_REVERSED");
  }

  @Test
  void nobodyElseSearchesTheLogAndLogControlSeesNothingElse() {
    var citizen = aCitizen(world).registeredBy(world.vera);
    for (var user : world.everybody) {
      if (!user.equals(world.lone)) {
        search(user, Map.of(), "").refused(403, "ROLE_NOT_ALLOWED");
      }
    }
    Api.as(world.lone).get("/citizens/%s", citizen).refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void theDatabaseItselfShowsTheLogToLogControlAloneAndNoChangesToThem() throws SQLException {
    var citizen = aCitizen(world).registeredBy(world.vera);
    Api.as(world.vera).get("/citizens/%s", citizen).ok();

    assertThat(rowsSeenBy(world.lone, "access_log")).isPositive();
    assertThat(rowsSeenBy(world.lone, "change_log")).isZero();
    assertThat(rowsSeenBy(world.vera, "access_log")).isZero();
    assertThat(rowsSeenBy(world.adam, "access_log")).isZero();
  }

  /** As the server's own role, with the municipality and the actor of that user set. */
  private int rowsSeenBy(TestUser user, String table) throws SQLException {
    var installation = TestServer.running().installation();
    var key =
        world.value(
            "select max(actor_key::text) from actor_scope where municipality_id = :m and role = '"
                + user.roles().getFirst().role()
                + "'");
    try (var connection =
            DriverManager.getConnection(
                installation.url(), Installation.APP, installation.password());
        var statement = connection.createStatement()) {
      statement.execute("set app.m = '" + world.municipality + "'");
      statement.execute("set app.today = '2025-01-13'");
      statement.execute("set app.actor = '" + (key == null ? UUID.randomUUID() : key) + "'");
      try (var rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private Answer period(String from, String until) {
    return Api.as(world.lone).search("/access-log/search", Map.of("from", from, "until", until));
  }

  private Answer search(Map<String, Object> terms, String query) {
    return search(world.lone, terms, query);
  }

  private static Answer search(TestUser user, Map<String, Object> terms, String query) {
    var body = new HashMap<>(terms);
    body.put("from", "2025-01-01T00:00:00+01:00");
    body.put("until", "2025-02-01T00:00:00+01:00");
    return Api.as(user).search("/access-log/search" + query, body);
  }
}
