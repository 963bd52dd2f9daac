package dk.genvej.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.testing.World;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The research set (R77): nobody stands alone, and nobody is found by an id. */
class ResearchTest {

  private static final int COURSES = 2_000;

  private static final List<String> KNOWN_TO_NEIGHBOURS =
      List.of(
          "district", "age_band", "lives_alone", "referral_reason", "start_quarter", "start_year");

  private static final World WORLD = new World();
  private static final byte[] KEY = new byte[32];

  @TempDir private Path folder;

  @BeforeAll
  static void many() {
    ManyOutcomes.fill(WORLD, COURSES);
  }

  @Test
  void whatIsToldOfACitizenIsSharedByAtLeastSoMany() {
    for (int least : new int[] {2, 5, 20}) {
      written().research(KEY, least);
      var classes = classes(rows());

      assertThat(classes.values()).allMatch(citizens -> citizens.size() >= least);
      assertThat(classes).as("not everything is empty").hasSizeGreaterThan(10);
    }
  }

  /** The check above must be able to fail: as they are, many stand alone. */
  @Test
  void withoutWideningManyWouldStandAlone() {
    assertThat(
            WORLD.value(
                "select count(*) from (select 1 from dataset_research where municipality = :m group"
                    + " by district, age_band, lives_alone, referral_reason, start_quarter having"
                    + " count(distinct citizen) < 5) alone"))
        .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(100));
  }

  @Test
  void whatIsLeftOutIsCounted() throws Exception {
    var report = written().research(KEY, 5);
    var manifest = new ObjectMapper().readTree(written().text("manifest.json"));

    assertThat(rows().size() + report.leftOut()).isEqualTo(COURSES);
    assertThat(manifest.at("/coursesLeftOut").asLong()).isEqualTo(report.leftOut());
    assertThat(manifest.at("/sharedByAtLeast").asInt()).isEqualTo(5);
    assertThat(written().research(KEY, COURSES + 1).leftOut()).isEqualTo(COURSES);
  }

  @Test
  void pseudonymsHangOnTheKeyAndOnNothingElse() {
    written().research(KEY, 5);
    var first = ids();
    var firstOrder = rows().stream().map(row -> row.get("course")).toList();
    written().research(KEY, 5);
    var same = ids();
    var secondOrder = rows().stream().map(row -> row.get("course")).toList();
    var other = new byte[32];
    other[0] = 1;
    written().research(other, 5);

    assertThat(same).isEqualTo(first);
    assertThat(secondOrder).as("in an order of its own").isNotEqualTo(firstOrder);
    assertThat(ids()).doesNotContainAnyElementsOf(first);
    var real =
        Set.of(
            WORLD
                .value(
                    "select string_agg(tracking_id || ',' || course_id, ',') from outcome_course"
                        + " where municipality_id = :m")
                .split(","));
    assertThat(first).doesNotContainAnyElementsOf(real);
  }

  @Test
  void instrumentsBelongToTheCoursesThatAreTold() {
    written().research(KEY, 5);
    var courses = rows().stream().map(row -> row.get("course")).collect(Collectors.toSet());

    assertThat(written().rows("research_instrument.csv", ','))
        .isNotEmpty()
        .allMatch(row -> courses.contains(row.get("course")));
  }

  @Test
  void waitingDaysAndCohortAreThereAndNoDayIs() {
    written().research(KEY, 5);
    var rows = rows();

    assertThat(rows)
        .allMatch(row -> row.get("days_contact_to_assessment").matches("[3-7]"))
        .allMatch(row -> row.values().stream().noneMatch(v -> v.matches("\\d{4}-\\d\\d-\\d\\d")));
    assertThat(rows.stream().filter(row -> row.get("cohort").equals("true")).count())
        .isBetween(COURSES / 4L, COURSES / 2L);
  }

  private DatasetWorld written() {
    return new DatasetWorld(WORLD, folder);
  }

  private List<Map<String, String>> rows() {
    return written().rows("research.csv", ',');
  }

  /** Courses and citizens. */
  private Set<String> ids() {
    var ids = new TreeSet<String>();
    rows().forEach(row -> ids.addAll(List.of(row.get("course"), row.get("citizen"))));
    return ids;
  }

  private static Map<String, Set<String>> classes(List<Map<String, String>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> KNOWN_TO_NEIGHBOURS.stream().map(row::get).collect(Collectors.joining("|")),
                Collectors.mapping(
                    row -> row.get("citizen"), Collectors.toCollection(HashSet::new))));
  }
}
