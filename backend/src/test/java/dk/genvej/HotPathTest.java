package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.genvej.database.Installation;
import dk.genvej.testing.BigMunicipalities;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every query of every repository, planned as the server's or the worker's role plans it with
 * parameters it cannot see (a generic plan), over tables of thousands of rows: none of them may
 * read a big table whole, nor by an index all that one municipality has in it, unless it says so
 * here.
 */
class HotPathTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

  /**
   * Reads one municipality's citizens whole, on purpose: text search has no index under a policy.
   */
  private static final Set<String> SEARCHES = Set.of("CitizenRepository.byName");

  /**
   * Ask for all there is of a municipality, on purpose: staff to name them, their devices, an
   * import for a thousand marks at once, the demo that fills itself, all that is due, all that is
   * open, what a receiver is to hold or has not been told.
   */
  private static final Set<String> WHOLE_MUNICIPALITY =
      Set.of(
          "StaffRepository.names",
          "UserRepository.page",
          "UserRepository.openCourses",
          "CitizenRepository.byMarks",
          "CourseExportRepository.changed",
          "DeviceRepository.page",
          "HistoryRepository.people",
          "HistoryRepository.told",
          "PlanningRepository.page",
          "PushRepository.waiting",
          "WorkerNoticeRepository.coursesWithout",
          "MyCourseRepository.page",
          "DeskRepository.queues",
          "FactsRepository.untold",
          "FiguresRepository.queues",
          "ReconciliationRepository.ours",
          "ReplayRepository.enqueue",
          "GatewayDeskRepository.sending",
          "LagQueries.open",
          "GatewayRepository.underWay",
          "GatewayRepository.unfinished");

  /** Every policy compares with the actor's scope here; which way it is read is the planner's. */
  private static final String OF_THE_POLICIES = "care_relation";

  private static final Pattern COMPARISON = Pattern.compile(" (?:=|<|>|<=|>=) ");
  private static final Pattern BY_MUNICIPALITY = Pattern.compile("\\bmunicipality_id = ");

  private static Connection superuser;

  @BeforeAll
  static void manyRows() throws SQLException {
    BigMunicipalities.fillAround(new World());
    var server = TestServer.running();
    superuser =
        DriverManager.getConnection(
            server.installation().url() + "?preferQueryMode=simple",
            server.superuser(),
            server.installation().password());
    superuser.setAutoCommit(false);
  }

  @AfterAll
  static void leave() throws SQLException {
    superuser.close();
  }

  @TestFactory
  Stream<DynamicTest> noQueryReadsABigTableWhole() {
    return queries().map(method -> DynamicTest.dynamicTest(name(method), () -> explain(method)));
  }

  private static Stream<JavaMethod> queries() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dk.genvej").stream()
            .filter(
                type ->
                    type.isInterface() && type.getSimpleName().matches(".+(Repository|Queries)"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Query.class));
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  private static void explain(JavaMethod method) throws SQLException {
    var sql = sql(method);
    if (sql.contains("set_config") || SEARCHES.contains(name(method))) {
      return;
    }
    var asked = WHOLE_MUNICIPALITY.contains(name(method));
    assertThat(readWhole(role(method), sql, asked, "")).as(sql).isEmpty();
  }

  /** Repositories of the worker ask under its own role. */
  private static String role(JavaMethod method) {
    return method
        .getOwner()
        .tryGetAnnotationOfType(JdbcRepository.class)
        .filter(bound -> bound.dataSource().equals(WorkerTransactions.DATA_SOURCE))
        .map(_ -> Installation.WORKER)
        .orElse(Installation.APP);
  }

  /**
   * The big tables that a query reads whole.
   *
   * @param municipality whether it may read all that one municipality has
   * @param sabotage done to the schema before, and undone
   */
  private static List<String> readWhole(
      String role, String sql, boolean municipality, String sabotage) throws SQLException {
    var scanned = new ArrayList<String>();
    collect(plan(role, positional(sql), sabotage), "", municipality, scanned);
    scanned.retainAll(BigMunicipalities.BIG_TABLES);
    return scanned;
  }

  /** Were the check blind, it would not see that an index is gone. */
  @ParameterizedTest
  @CsvSource({
    "GoalRepository.standing, goal_course, goal",
    "VisitRepository.between, visit_today, visit",
    "ScoresRepository.standing, score_course, score",
  })
  void aMissingIndexIsSeen(String query, String index, String table) throws SQLException {
    var sql = sql(queries().filter(method -> name(method).equals(query)).findFirst().orElseThrow());

    assertThat(readWhole(Installation.APP, sql, false, "")).isEmpty();
    assertThat(readWhole(Installation.APP, sql, false, "drop index " + index)).contains(table);
  }

  @Test
  void aTableReadFromEndToEndIsSeen() throws SQLException {
    var noIndex =
        "set local enable_indexscan = off; set local enable_indexonlyscan = off;"
            + " set local enable_bitmapscan = off";
    var visit = "select * from visit where municipality_id = :m and id = :visit";

    assertThat(readWhole(Installation.APP, visit, true, "")).isEmpty();
    assertThat(readWhole(Installation.APP, visit, true, noIndex)).contains("visit");
  }

  private static String sql(JavaMethod method) {
    return method.getAnnotationOfType(Query.class).value().strip();
  }

  /** {@code :name} becomes {@code $n}; a list becomes an array, as the driver would unroll it. */
  private static String positional(String sql) {
    var numbers = new LinkedHashMap<String, Integer>();
    Matcher found = PARAMETER.matcher(sql.replaceAll("in \\(:([a-zA-Z]+)\\)", "= any(:$1)"));
    return found.replaceAll(
        one -> "\\$" + numbers.computeIfAbsent(one.group(1), _ -> numbers.size() + 1));
  }

  /** In one connection for all: opening three hundred takes longer than all their plans. */
  private static JsonNode plan(String role, String sql, String sabotage) throws SQLException {
    try (var statement = superuser.createStatement()) {
      if (!sabotage.isEmpty()) {
        statement.execute(sabotage);
      }
      enter(superuser, role);
      var rows = statement.executeQuery("explain (generic_plan, format json) " + sql);
      rows.next();
      return JSON.readTree(rows.getString(1)).get(0).get("Plan");
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    } finally {
      superuser.rollback();
    }
  }

  private static void enter(Connection connection, String role) throws SQLException {
    World.execute(
        connection,
        "set local role %s; select set_config('app.m', '%d', true), set_config('app.actor', '%s', true), set_config('app.today', '2025-02-20', true)"
            .formatted(role, BigMunicipalities.FIRST, new UUID(0, 0)));
  }

  private static void collect(
      JsonNode node, String above, boolean municipality, List<String> scanned) {
    var table = node.path("Relation Name").asText(above);
    var type = node.path("Node Type").asText();
    if (type.equals("Seq Scan")
        || (!municipality && type.contains("Index") && byMunicipalityOnly(node, table))) {
      scanned.add(table);
    }
    node.path("Plans").forEach(child -> collect(child, table, municipality, scanned));
  }

  /** Every index begins with the municipality, which alone finds nothing in a town. */
  private static boolean byMunicipalityOnly(JsonNode node, String table) {
    if (table.equals(OF_THE_POLICIES)) {
      return false;
    }
    var condition = node.path("Index Cond").asText();
    var compared = COMPARISON.matcher(condition).results().count();
    return compared == BY_MUNICIPALITY.matcher(condition).results().count();
  }
}
