package dk.genvej;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the most used operations cost in statements: as much for a course that holds a lot as for
 * one that holds little, and no more than the figure that stands here; a write's include the unit
 * of work around it: scope, ledger, lock, logs. The two lists among the five are counted in {@link
 * dk.genvej.overview.OverviewApiTest}, over the number of courses.
 */
class QueryCountTest {

  private static final int MANY = 20;
  private static final int MOST_SCORED_AT_ONCE = 5;

  private static World world;
  private static Story little;
  private static Story much;

  @BeforeAll
  static void twoCourses() {
    world = new World();
    little = active();
    much = active();
    fill(much);
    List.of(little, much).forEach(QueryCountTest::read);
  }

  @Test
  void readingACourse() {
    var few = QueryCount.during(() -> read(little));
    var many = QueryCount.during(() -> read(much));

    assertThat(many).isEqualTo(few).hasSizeLessThanOrEqualTo(17);
  }

  @Test
  void holdingAPlannedVisit() {
    var first = little.visitPlanned();
    var next = much.visitPlanned();

    var few = QueryCount.during(() -> hold(little, first.toString()));
    var many = QueryCount.during(() -> hold(much, next.toString()));

    assertThat(many).isEqualTo(few).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void recordingAVisit() {
    var few = QueryCount.during(() -> little.visitHeld("2025-02-19T10:00:00+01:00", 45));
    var many = QueryCount.during(() -> much.visitHeld("2025-02-19T10:00:00+01:00", 45));

    assertThat(many).isEqualTo(few).hasSizeLessThanOrEqualTo(13);
  }

  @Test
  void recordingScores() {
    var few = QueryCount.during(() -> little.scores("INTERIM", "5"));
    var many = QueryCount.during(() -> much.scores("INTERIM", values("5")));

    assertThat(many).isEqualTo(few).hasSizeLessThanOrEqualTo(14);
  }

  /** Were the count blind, a statement for each goal would not be seen. */
  @Test
  void oneMoreStatementIsSeen() {
    var once = QueryCount.during(() -> read(little));
    var more =
        QueryCount.during(
            () -> {
              read(little);
              little.therapist().get("/goals/%s/history", little.goals.getFirst()).ok();
            });

    assertThat(more).hasSizeGreaterThan(once.size()).startsWith(once.toArray(String[]::new));
  }

  // ---- what the tests stand on

  private static Story active() {
    world.on("2025-01-13");
    var course = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-01-13");
    world.on("2025-01-14");
    course.planned().started("2025-01-20");
    world.on("2025-02-20");
    return course;
  }

  private static void fill(Story course) {
    conditions(course);
    for (int i = 1; i < MANY; i++) {
      course.goal("Mål " + i);
      course.note();
      course.visitPlanned();
      course.visitHeld("2025-02-18T10:00:00+01:00", 45);
    }
    course.agreement();
    course.agreement();
    course.paused("2025-02-01", "2025-02-05");
    course.paused("2025-02-10", "2025-02-12");
    course.scores("BASELINE", values("3"));
    assertThat(course.goals).hasSize(MANY);
  }

  /** One of every code there is. */
  private static void conditions(Story course) {
    var codes = new ArrayList<String>();
    for (JsonNode one :
        course.therapist().get("/codes?system=CONDITION").ok().json().get("items")) {
      codes.add(one.get("code").asText());
    }
    codes.remove(Story.PERSONAL_CARE);
    assertThat(codes).hasSizeGreaterThan(5);
    for (var code : codes) {
      course
          .therapist()
          .ifMatch(0)
          .put(
              "/courses/" + course.courseId + "/conditions/" + Ids.next(),
              Map.of(
                  "code",
                  code,
                  "level",
                  2,
                  "expectedLevel",
                  1,
                  "inFocus",
                  true,
                  "recordedOn",
                  world.today()))
          .ok();
    }
  }

  private static void read(Story course) {
    course.therapist().get("/courses/%s", course.courseId).ok();
  }

  private static void hold(Story course, String visit) {
    Api.as(world.anna)
        .post(
            "/visits/" + visit + "/held",
            Map.of("heldAt", "2025-02-20T09:00:00+01:00", "minutes", 45, "contactType", "HOME"))
        .ok();
  }

  private static String[] values(String each) {
    return Collections.nCopies(MOST_SCORED_AT_ONCE, each).toArray(String[]::new);
  }
}
