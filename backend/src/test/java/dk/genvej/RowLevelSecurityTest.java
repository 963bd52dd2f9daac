package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.database.Installation;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.Stage;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The second lock alone: as the server's own database role, with the application out of the way and
 * no condition in the query, what is out of scope is not there.
 */
class RowLevelSecurityTest {

  private static Stage here;
  private static Stage there;

  @BeforeAll
  static void twoMunicipalities() {
    here = new Stage();
    there = new Stage();
  }

  @Test
  void withNothingSetNoTableHasRows() throws SQLException {
    assertThat(rows("", "", "")).allSatisfy((table, count) -> assertThat(count).as(table).isZero());
  }

  @Test
  void withAMunicipalityButNoActorNoTableOfTheFieldHasRows() throws SQLException {
    var counts = rows(municipality(here), "", "2025-02-20");

    fieldTables().forEach(table -> assertThat(counts.get(table)).as(table).isZero());
  }

  @Test
  void therapistAndVisitatorSeeTheirCitizenInEveryTableThatHasOne() throws SQLException {
    for (var user : List.of(here.world.anna, here.world.vera, here.world.carla)) {
      var counts = rows(municipality(here), key(here.world, user), "2025-02-20");
      fieldTables().forEach(table -> assertThat(counts.get(table)).as(user + table).isPositive());
    }
  }

  @Test
  void anotherDistrictAnotherMunicipalityAndAnEndedRelationSeeNothing() throws SQLException {
    var outside =
        List.of(
            here.world.bo, here.world.konrad, here.world.xenia, here.world.lars, here.world.adam);
    for (var user : outside) {
      var counts = rows(municipality(here), key(here.world, user), "2025-02-20");
      fieldTables().forEach(table -> assertThat(counts.get(table)).as(user + table).isZero());
    }
    var stranger = rows(municipality(here), key(there.world, there.world.vera), "2025-02-20");
    fieldTables().forEach(table -> assertThat(stranger.get(table)).as(table).isZero());
  }

  @Test
  void aMunicipalityNeverSeesAnothersRowsWhateverTheTable() throws SQLException {
    try (var connection =
        enter(municipality(here), key(here.world, here.world.vera), "2025-02-20")) {
      for (var table : tables("true")) {
        if (!table.equals("municipality")) {
          var foreign =
              "select count(*) from " + table + " where municipality_id <> " + municipality(here);
          assertThat(count(connection, foreign)).as(table).isZero();
        }
      }
    }
  }

  @Test
  void theAccessLogIsTheLogControllersAlone() throws SQLException {
    var controller = rows(municipality(here), key(here.world, here.world.lone), "2025-02-20");
    var visitator = rows(municipality(here), key(here.world, here.world.vera), "2025-02-20");

    assertThat(controller.get("access_log")).isPositive();
    assertThat(visitator.get("access_log")).isZero();
  }

  @Test
  void theGatewaysDeskIsTheAdministratorsAlone() throws SQLException {
    Api.as(here.world.adam).get("/gateway/queue").ok();
    assertThat(desk(here.world.adam)).isPositive();
    for (var user : List.of(here.world.anna, here.world.vera, here.world.carla, here.world.lone)) {
      assertThat(desk(user)).as(user.subject()).isZero();
    }
    var reports = rows(municipality(here), key(here.world, here.world.adam), "2025-02-20");
    assertThat(reports.get("gateway_report")).isZero();
  }

  private static long desk(TestUser user) throws SQLException {
    try (var connection = enter(municipality(here), key(here.world, user), "2025-02-20")) {
      var all = count(connection, "select count(*) from gateway_desk");
      assertThat(all)
          .as("nothing of another municipality")
          .isLessThanOrEqualTo(
              Long.parseLong(
                  here.world.value(
                      "select count(*) from gateway_report where municipality_id = :m")));
      return all;
    }
  }

  @Test
  void whatWaitsForADecisionIsSeenByItsAuthorWhoItWasHandedToAndTheCoordinator()
      throws SQLException {
    var seen = List.of(here.world.anna, here.world.carla, here.formerTherapist);
    for (var user : seen) {
      assertThat(kept(here.world, user)).as(user.subject()).isPositive();
    }
    for (var user : List.of(here.world.asta, here.world.bo, here.world.vera, here.world.sofie)) {
      assertThat(kept(here.world, user)).as(user.subject()).isZero();
    }
    assertThat(kept(there.world, there.world.carla)).isZero();
  }

  @Test
  void theServersRoleCannotRemoveOrRewriteWhatIsAppendOnly() throws SQLException {
    try (var connection =
        enter(municipality(here), key(here.world, here.world.vera), "2025-02-20")) {
      for (var forbidden :
          List.of(
              "delete from citizen",
              "delete from score",
              "update score set items = '[]'",
              "update note set text = 'x'",
              "update mutation set status = 0",
              "delete from change_log",
              "update access_log set operation = 'x'",
              "delete from record_version",
              "delete from registration",
              "update registration set outcome = 'DONE'",
              "delete from kept_mutation",
              "delete from device_holding",
              "delete from device",
              "update sync_epoch set reason = 'FIRST'",
              "update event set kind = 'x'")) {
        assertThat(refused(connection, forbidden)).as(forbidden).isTrue();
      }
    }
  }

  @Test
  void aWriteThatSkippedTheMarkerIsRefused() throws SQLException {
    try (var connection =
        enter(municipality(here), key(here.world, here.world.vera), "2025-02-20")) {
      assertThat(refused(connection, "update goal set version = version + 1, status = 'ACHIEVED'"))
          .isTrue();
    }
  }

  private static long kept(World world, TestUser user) throws SQLException {
    return rows(municipality(here), key(world, user), "2025-02-20").get("kept_mutation");
  }

  private static boolean refused(Connection connection, String sql) throws SQLException {
    var before = connection.setSavepoint();
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return false;
    } catch (SQLException expected) {
      connection.rollback(before);
      return List.of("42501", "GV001").contains(expected.getSQLState());
    }
  }

  private static Map<String, Long> rows(String municipality, String actor, String today)
      throws SQLException {
    var counts = new TreeMap<String, Long>();
    try (var connection = enter(municipality, actor, today)) {
      for (var table : tables("true")) {
        counts.put(table, count(connection, "select count(*) from " + table));
      }
    }
    return counts;
  }

  private static Connection enter(String municipality, String actor, String today)
      throws SQLException {
    var installation = TestServer.running().installation();
    var connection =
        DriverManager.getConnection(installation.url(), Installation.APP, installation.password());
    connection.setAutoCommit(false);
    World.execute(
        connection,
        "select set_config('app.m', '%s', true), set_config('app.actor', '%s', true), set_config('app.today', '%s', true)"
            .formatted(municipality, actor, today));
    return connection;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Tables with a citizen, as the catalogue lists them. */
  private static List<String> fieldTables() throws SQLException {
    return tables(
        "exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'stamp_seq')"
            + " and c.relname <> 'care_relation'");
  }

  /** Tables that the server's role may read. */
  private static List<String> tables(String condition) throws SQLException {
    var found = new ArrayList<String>();
    var sql =
        "select relname from pg_class c where relkind in ('r', 'p') and not relispartition"
            + " and relnamespace = 'public'::regnamespace"
            + " and has_table_privilege('genvej_app', c.oid, 'select') and "
            + condition;
    try (var connection = here.world.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String municipality(Stage stage) {
    return Integer.toString(stage.world.municipality);
  }

  /**
   * The user's scope, found by a relation only that user has; a user without any scope has none.
   */
  private static String key(World world, TestUser user) {
    var held = user.roles().getFirst();
    var alone = Set.of(Role.THERAPIST, Role.ADMINISTRATOR).contains(held.role());
    var scope = alone ? user.id() : held.unitId();
    return world.value(
        "select coalesce(max(actor_key::text), '%s') from actor_scope where municipality_id = :m and role = '%s' and scope_id = '%s'"
            .formatted(new UUID(0, 0), held.role(), scope));
  }
}
