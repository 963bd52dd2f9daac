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
import io.micronaut.data.annotation.Query;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every query of every repository, planned as the server's role plans it with parameters it cannot
 * see (a generic plan), over tables of thousands of rows: none of them may read a big table whole.
 */
class HotPathTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

  /**
   * Reads one municipality's citizens whole, on purpose: text search has no index under a policy.
   */
  private static final Set<String> SEARCHES = Set.of("CitizenRepository.byName");

  private static World world;

  @BeforeAll
  static void manyRows() {
    world = new World();
    BigMunicipalities.fillAround(world);
  }

  @TestFactory
  Stream<DynamicTest> noQueryReadsABigTableWhole() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dk.genvej").stream()
            .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Repository"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Query.class))
            .map(method -> DynamicTest.dynamicTest(name(method), () -> explain(method)));
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  private static void explain(JavaMethod method) throws SQLException {
    var sql = method.getAnnotationOfType(Query.class).value().strip();
    if (sql.contains("set_config") || SEARCHES.contains(name(method))) {
      return;
    }
    var scanned = new ArrayList<String>();
    collect(plan(positional(sql)), scanned);
    assertThat(scanned).as(sql).doesNotContainAnyElementsOf(BigMunicipalities.BIG_TABLES);
  }

  /** {@code :name} becomes {@code $n}; a list becomes an array, as the driver would unroll it. */
  private static String positional(String sql) {
    var numbers = new LinkedHashMap<String, Integer>();
    Matcher found = PARAMETER.matcher(sql.replaceAll("in \\(:([a-zA-Z]+)\\)", "= any(:$1)"));
    return found.replaceAll(
        one -> "\\$" + numbers.computeIfAbsent(one.group(1), _ -> numbers.size() + 1));
  }

  private static JsonNode plan(String sql) throws SQLException {
    var installation = TestServer.running().installation();
    try (var connection =
            DriverManager.getConnection(
                installation.url() + "?preferQueryMode=simple",
                Installation.APP,
                installation.password());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      enter(connection);
      var rows = statement.executeQuery("explain (generic_plan, format json) " + sql);
      rows.next();
      return JSON.readTree(rows.getString(1)).get(0).get("Plan");
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void enter(Connection connection) throws SQLException {
    World.execute(
        connection,
        "select set_config('app.m', '%d', true), set_config('app.actor', '%s', true), set_config('app.today', '2025-02-20', true)"
            .formatted(world.municipality, new UUID(0, 0)));
  }

  private static void collect(JsonNode node, List<String> scanned) {
    if (node.path("Node Type").asText().equals("Seq Scan")) {
      scanned.add(node.path("Relation Name").asText());
    }
    node.path("Plans").forEach(child -> collect(child, scanned));
  }
}
