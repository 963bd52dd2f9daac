package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dk.genvej.database.Installation;
import dk.genvej.shared.ProblemCode;
import dk.genvej.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the repository, the contract and the schema as wholes. */
class StructureTest {

  private static final int MOST_LINES = 300;

  /** Text that is a code or a state of ours and tells nothing of a person by itself. */
  private static final Set<String> CODES =
      Set.of(
          "care_grant.legal_basis",
          "care_grant.state",
          "care_relation.kind",
          "change_log.operation",
          "change_log.record_type",
          "course.category_reason",
          "course.legal_basis",
          "course.state",
          "evaluation.kind",
          "evaluation.state",
          "event.kind",
          "event.record_type",
          "follow_up.state",
          "gateway_report.guide",
          "gateway_report.reason",
          "gateway_report.state",
          "gateway_resource.kind",
          "help.basis",
          "help.moment",
          "kept_mutation.body_hash",
          "kept_mutation.operation",
          "kept_mutation.reason",
          "kept_mutation.state",
          "notice.kind",
          "notification.kind",
          "plan.intervention_type",
          "record_version.record_type",
          "referral.kind",
          "referral.legal_basis",
          "referral.source",
          "referral.state",
          "score.instrument_version",
          "score.phase",
          "score.scorer",
          "task.state",
          "visit.contact_type",
          "visit.state");

  @Test
  void noFileWrittenByHandIsLongerThanAScreenfulOrTwo() throws IOException {
    try (var files = Stream.of("src", "../infra").map(Path::of).flatMap(StructureTest::walk)) {
      assertThat(files.filter(file -> lines(file) > MOST_LINES).map(Path::toString)).isEmpty();
    }
  }

  @Test
  void everyProblemCodeStandsInTheCatalogueWithItsStatusAndNoOtherDoes() throws IOException {
    var catalogue = json("/openapi/problems.json");
    var entries = catalogue.isArray() ? catalogue : catalogue.get("problems");
    var told =
        stream(entries)
            .map(entry -> entry.get("code").asText() + " " + entry.get("status").asInt())
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values())
                .map(code -> code.name() + " " + code.status())
                .toList());
  }

  @Test
  void everyOperationOfTheContractIsImplementedByAController() throws IOException {
    var operations =
        stream(json("/openapi/genvej.json").get("paths"))
            .flatMap(StructureTest::stream)
            .filter(operation -> operation.has("operationId"))
            .map(operation -> operation.get("operationId").asText())
            .collect(Collectors.toSet());
    var implemented =
        ArchitectureTest.controllers()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaMethod::getName)
            .collect(Collectors.toSet());

    assertThat(implemented).containsAll(operations);
  }

  @Test
  void everyForeignKeyHasAnIndex() {
    assertThat(
            rows(
                """
                select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
                 where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
                   and not exists (
                     select from pg_index i
                      where i.indrelid = c.conrelid
                        and (select array_agg(k order by k) from unnest(c.conkey) k)
                          = (select array_agg(k order by k)
                               from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k))
                 order by 1
                """))
        .isEmpty();
  }

  @Test
  void everyTableIsLockedByRowLevelSecurityForItsOwnerToo() {
    assertThat(
            rows(
                """
                select relname from pg_class
                 where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                   and not relispartition and relname not like 'flyway%'
                   and not (relrowsecurity and relforcerowsecurity)
                """))
        .isEmpty();
    assertThat(
            rows(
                """
                select c.relname from pg_class c
                 where c.relispartition and has_table_privilege('genvej_app', c.oid, 'select, insert')
                """))
        .as("partitions are reached through their table alone")
        .isEmpty();
  }

  @Test
  void everyTableOfTheFieldIsInScopeOnlyAndKeepsNumberAndVersions() {
    var tables =
        """
        select c.relname, c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'stamp_author_id'
        """;
    assertThat(rows("select relname from (" + tables + ") t")).hasSizeGreaterThan(15);
    assertThat(
            rows(
                "select relname from ("
                    + tables
                    + ") t where not exists (select from pg_policy p where p.polrelid = t.oid and"
                    + " p.polname = 'in_scope') or 2 <> (select count(*) from pg_trigger g where"
                    + " g.tgrelid = t.oid and g.tgenabled = 'O' and g.tgname in ('stamp_seq',"
                    + " 'keep_version'))"))
        .isEmpty();
  }

  @Test
  void everyTextAboutACitizenIsLabelledAsPersonalOrIsACodeOfOurs() {
    var unlabelled =
        rows(
            """
            select c.relname || '.' || a.attname from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype)
               and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'citizen_id')
               and coalesce(col_description(c.oid, a.attnum), '') not like 'personal:%'
             order by 1
            """);

    assertThat(unlabelled).allMatch(CODES::contains);
  }

  @Test
  void theServersRolesOwnNothingAndCannotPassRowLevelSecurity() {
    for (var role : List.of(Installation.APP, "genvej_worker")) {
      var named = "'" + role + "'";
      assertThat(rows("select relname from pg_class where relowner = " + named + "::regrole"))
          .isEmpty();
      assertThat(
              rows(
                  "select rolname from pg_roles where rolname = "
                      + named
                      + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)"))
          .isEmpty();
      assertThat(
              rows(
                  "select 1 where pg_has_role("
                      + named
                      + ", 'genvej_owner', 'member') or has_schema_privilege("
                      + named
                      + ", 'public', 'create')"))
          .isEmpty();
    }
  }

  private static List<String> rows(String sql) {
    var installation = TestServer.running().installation();
    try (var connection =
            DriverManager.getConnection(
                installation.url(), TestServer.running().superuser(), installation.password());
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder).filter(StructureTest::writtenByHand);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Lists of the registry and golden files are data, as long as what they tell of. */
  private static boolean writtenByHand(Path file) {
    var name = file.toString();
    return Stream.of(".java", ".sql", ".sh", ".yml", ".xml").anyMatch(name::endsWith);
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return java.util.stream.StreamSupport.stream(node.spliterator(), false);
  }

  private static JsonNode json(String resource) throws IOException {
    try (var in = StructureTest.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
