package dk.genvej.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two records of one citizen become one (R85): the one that goes has one of everything and a course
 * under way, the one that stays an earlier course with the same condition.
 */
class CitizenMergeTest {

  /** What belongs to the one that stays afterwards. */
  private static final Set<String> MOVES =
      Set.of(
          "agreement",
          "care_grant",
          "care_relation",
          "citizen",
          "cohort",
          "condition",
          "course",
          "course_condition",
          "evaluation",
          "follow_up",
          "goal",
          "help",
          "kept_mutation",
          "note",
          "notice",
          "notification",
          "pause",
          "plan",
          "record_version",
          "referral",
          "registration",
          "score",
          "task",
          "visit");

  /** What tells of the record that went, and goes on telling it of that one. */
  private static final Set<String> STAYS =
      Set.of(
          "change_log",
          "citizen_change",
          "device_holding",
          "event",
          "gateway_report",
          "gateway_resource");

  /** Of these a merge makes new versions, beside moving them. */
  private static final Set<String> CHANGES =
      Set.of("care_relation", "citizen", "condition", "record_version");

  private final TwoRecords two = new TwoRecords();
  private final World world = two.world;
  private final UUID gone = two.gone;
  private final UUID staying = two.staying;

  @Test
  void everythingOfTheRecordThatGoesBelongsToTheOneThatStaysAndNothingIsLost() {
    two.anEarlierCourse();
    var tables = tables();
    assertThat(tables)
        .as("a new table about citizens belongs to one of the two")
        .isEqualTo(new TreeSet<>(Stream.concat(MOVES.stream(), STAYS.stream()).toList()));
    var ofBoth = counts(tables, List.of(gone, staying));
    var ofGone = counts(tables, List.of(gone));
    var contents = contents();
    assertThat(ofGone).as("one of everything").containsEntry("registration", 1L);
    assertThat(MOVES).allSatisfy(table -> assertThat(ofGone.get(table)).as(table).isPositive());

    two.merge().ok();

    long made =
        Long.parseLong(two.value("count(*) from change_log where operation = 'mergeCitizens'"));
    var after = counts(tables, List.of(staying));
    var left = counts(tables, List.of(gone));
    for (var table : MOVES) {
      long more = table.equals("record_version") ? made : 0;
      assertThat(after.get(table)).as(table).isEqualTo(ofBoth.get(table) + more);
      assertThat(left.get(table)).as(table).isZero();
    }
    for (var table : STAYS) {
      assertThat(left.get(table)).as(table).isGreaterThanOrEqualTo(ofGone.get(table));
    }
    assertThat(contents()).as("moved, and not changed").isEqualTo(contents);
  }

  @Test
  void oneCitizenIsFoundWithTheWholeHistoryUnderIt() {
    two.anEarlierCourse();
    var both = history(gone) + history(staying);

    var merged = two.merge().ok();

    assertThat(merged.id()).isEqualTo(staying);
    var hits = Api.as(world.vera).search("/citizens/search", Map.of("name", "Inger")).ok().json();
    assertThat(hits.at("/items")).hasSize(1);
    assertThat(hits.at("/items/0/courses")).as("two of one record, one of the other").hasSize(3);
    assertThat(two.found("cpr", (String) two.person.draft().get("cpr")))
        .isEqualTo(staying.toString());
    assertThat(Api.as(world.vera).get("/citizens/%s", gone).ok().at("/name"))
        .as("by the id of the record that went")
        .isEqualTo("Inger Dobbelt");
    assertThat(history(staying)).isGreaterThan(both);
    assertThat(history(gone)).isEqualTo(history(staying));
    var course = Api.as(world.anna).get("/courses/%s", two.stage.ids.get("courseId")).ok();
    assertThat(course.text()).as("why the course came to Anna, from the log").contains("Barsel");
    for (var stranger : List.of(world.bo, world.konrad)) {
      Api.as(stranger).get("/citizens/%s", staying).refused(404, "NOT_FOUND");
      Api.as(stranger).get("/citizens/%s", gone).refused(404, "NOT_FOUND");
    }
  }

  @Test
  void theLogTellsWhoMergedThemAndWhyOnBothRecords() {
    two.merge().ok();

    assertThat(
            two.value(
                "string_agg(record_id || ' ' || author_id || ' ' || reason, ', ' order by"
                    + " record_id) from change_log where operation = 'mergeCitizens' and"
                    + " record_type = 'citizen'"))
        .isEqualTo(
            Stream.of(gone, staying)
                .sorted()
                .map(id -> id + " " + world.carla.id() + " Oprettet to gange")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow());
    assertThat(
            two.value(
                "cardinality(citizens) from access_log where operation = 'mergeCitizens' and"
                    + " outcome = 'DISCLOSED'"))
        .isEqualTo("2");
  }

  @Test
  void whatWasToldToCentralTrackingStandsAndIsNotToldAgain() {
    var told =
        "concat_ws(' ', (select string_agg(tracking_id::text, ',' order by tracking_id) from"
            + " outcome_course where municipality_id = :m), (select count(*) from outcome where"
            + " municipality_id = :m), (select count(*) from outcome_delivery where"
            + " municipality_id = :m))";
    var before = world.value("select " + told);

    two.merge().ok();

    assertThat(world.value("select " + told)).isEqualTo(before);
  }

  @Test
  void aWriterWhoWaitedForTheRecordThatWentBeginsAgain() throws Exception {
    two.merge().ok();

    try (var connection = world.superuser()) {
      World.execute(
          connection, "select raise_marker(%d, '%s')".formatted(world.municipality, gone));
      throw new AssertionError("the marker of a merged record was raised");
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isEqualTo("40001");
    }
  }

  @Test
  void noRowMovesToAnotherCitizenExceptByAMerge() throws Exception {
    try (var connection = world.superuser()) {
      connection.setAutoCommit(false);
      for (var id : List.of(gone, staying)) {
        World.execute(
            connection, "select raise_marker(%d, '%s')".formatted(world.municipality, id));
      }
      World.execute(
          connection,
          "update note set citizen_id = '%s' where citizen_id = '%s'".formatted(staying, gone));
      throw new AssertionError("a note became another citizen's");
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isEqualTo("GV003");
    }
  }

  private int history(UUID id) {
    return Api.as(world.vera)
        .get("/citizens/%s/history?limit=200", id)
        .ok()
        .json()
        .get("items")
        .size();
  }

  private TreeSet<String> tables() {
    var names =
        world.value(
            """
            select string_agg(c.table_name, ',') from information_schema.columns c
              join pg_class r on r.oid = c.table_name::regclass and not r.relispartition and r.relkind in ('r', 'p')
             where c.table_schema = 'public' and c.column_name = 'citizen_id'
            """);
    return new TreeSet<>(List.of(names.split(",")));
  }

  private Map<String, Long> counts(Set<String> tables, List<UUID> citizens) {
    var counts = new TreeMap<String, Long>();
    var these = "'" + String.join("','", citizens.stream().map(UUID::toString).toList()) + "'";
    for (var table : tables) {
      counts.put(
          table,
          Long.valueOf(
              two.value("count(*) from " + table + " where citizen_id in (" + these + ")")));
    }
    return counts;
  }

  /** What stands in each table that a merge only moves, but for whose it is. */
  private Map<String, String> contents() {
    var contents = new LinkedHashMap<String, String>();
    MOVES.stream()
        .filter(table -> !CHANGES.contains(table))
        .sorted()
        .forEach(
            table ->
                contents.put(
                    table,
                    two.value(
                        "md5(string_agg((to_jsonb(t) - 'citizen_id' - 'seq')::text, '' order by"
                            + " t.id)) from "
                            + table
                            + " t")));
    return contents;
  }
}
