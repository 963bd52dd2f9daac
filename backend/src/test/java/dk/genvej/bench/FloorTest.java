package dk.genvej.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Assignment;
import dk.genvej.access.Identity;
import dk.genvej.citizen.MunicipalityKeys;
import dk.genvej.database.Installation;
import dk.genvej.shared.Role;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bench compares like with like: a floor reads and writes the rows that the server does. */
class FloorTest {

  private static final int MUNICIPALITY = 881;
  private static final Caseload CASELOAD = new Caseload(MUNICIPALITY, 0, 0);
  private static final TestServer SERVER = TestServer.running();
  private static final TestUser THERAPIST =
      new TestUser(
          MUNICIPALITY,
          CASELOAD.therapist().subject(),
          "Terapeut",
          List.of(new Assignment(Role.THERAPIST, CASELOAD.therapist().unit())));

  @BeforeAll
  static void oneCaseload() throws SQLException {
    try (var superuser = superuser()) {
      new Town(MUNICIPALITY, superuser).make(SERVER.installation(), 1, 1);
    }
    SERVER.time().set(MUNICIPALITY, Time.dayOf(SystemTime.machine()));
    SERVER.context().getBean(MunicipalityKeys.class).prepare(MUNICIPALITY);
  }

  @Test
  void aCaseloadIsWhatTheTargetsSayAndTheFloorReadsAllOfIt() throws SQLException {
    var pulled = new LinkedHashMap<String, Integer>();
    var answer = BenchTablet.read(BenchTablet.register(caller()).first());
    for (var citizen : answer.get("citizens")) {
      for (var kind : List.of("goals", "visits", "scores")) {
        pulled.merge(kind, citizen.get(kind).size(), Integer::sum);
      }
      for (var one : List.of("person", "course", "plan")) {
        pulled.merge(one, citizen.has(one) ? 1 : 0, Integer::sum);
      }
    }

    assertThat(pulled)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "goals", 160, "visits", 240, "scores", 520, "person", 40, "course", 40, "plan",
                40));
    var read = readByTheFloor();
    pulled.forEach((kind, count) -> assertThat(read).containsEntry(kind, count));
    assertThat(read).containsEntry("help", 80).containsEntry("serving", 40);
  }

  private static Map<String, Integer> readByTheFloor() throws SQLException {
    var read = new LinkedHashMap<String, Integer>();
    try (var app = app()) {
      app.setAutoCommit(false);
      FloorSql.arrive(app, identity());
      for (var part : FloorSql.PARTS.entrySet()) {
        try (var query = app.prepareStatement(part.getValue())) {
          query.setInt(1, MUNICIPALITY);
          query.setArray(2, app.createArrayOf("uuid", CASELOAD.citizens().toArray()));
          int count = 0;
          try (var rows = query.executeQuery()) {
            while (rows.next()) {
              count++;
            }
          }
          read.put(part.getKey(), count);
        }
      }
      app.rollback();
    }
    return read;
  }

  @Test
  void theFloorOfAQueueLeavesAsManyRowsAsTheServerDoes() throws SQLException {
    var tablet = BenchTablet.register(caller());
    var before = counts();
    caller().post("api/v1/sync/push", Queue.of(CASELOAD, 50).body(tablet)).well();
    var byServer = difference(before, counts());

    before = counts();
    try (var app = app()) {
      new FloorInserts(app).write(CASELOAD, Queue.of(CASELOAD, 50));
    }

    assertThat(difference(before, counts())).isEqualTo(byServer);
    assertThat(byServer).containsEntry("mutation", 50L).containsEntry("event", 50L);
  }

  /** Five of fifty are visits that a rule or the database refuses; all others land. */
  @Test
  void aBrokenTenthIsRefusedAndNothingElse() {
    var tablet = BenchTablet.register(caller());
    var sound = Queue.of(CASELOAD, 50);

    assertThat(applied(sound.body(tablet))).isEqualTo(50);
    assertThat(applied(Queue.of(CASELOAD, 50).brokenByRule().body(tablet))).isEqualTo(45);
    assertThat(applied(Queue.of(CASELOAD, 50).brokenInDatabase(sound).body(tablet))).isEqualTo(45);
  }

  private static long applied(String body) {
    var results = BenchTablet.read(caller().post("api/v1/sync/push", body).well()).get("results");
    return StreamSupport.stream(results.spliterator(), false)
        .filter(one -> one.get("outcome").asText().equals("APPLIED"))
        .count();
  }

  private static Map<String, Long> counts() throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    try (var superuser = superuser();
        var statement = superuser.createStatement()) {
      for (var table :
          List.of("visit", "score", "note", "mutation", "change_log", "event", "record_version")) {
        try (var rows =
            statement.executeQuery(
                "select count(*) from " + table + " where municipality_id = " + MUNICIPALITY)) {
          rows.next();
          counts.put(table, rows.getLong(1));
        }
      }
    }
    return counts;
  }

  private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    var difference = new LinkedHashMap<String, Long>();
    after.forEach((table, count) -> difference.put(table, count - before.get(table)));
    return difference;
  }

  private static Caller caller() {
    return new Caller(
        HttpClient.newHttpClient(),
        URI.create(SERVER.url() + "/"),
        SERVER.issuer().token(THERAPIST));
  }

  private static Identity identity() {
    return new Identity(MUNICIPALITY, THERAPIST.subject(), THERAPIST.name(), THERAPIST.roles());
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        SERVER.installation().url(), SERVER.superuser(), SERVER.installation().password());
  }

  private static Connection app() throws SQLException {
    return DriverManager.getConnection(
        SERVER.installation().url(), Installation.APP, SERVER.installation().password());
  }
}
