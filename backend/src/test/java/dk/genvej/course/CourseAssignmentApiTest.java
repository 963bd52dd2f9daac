package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.COMPLETED;
import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseAssignmentApiTest {

  private final World world = new World();
  private final Api anna = Api.as(world.anna);
  private final Api carla = Api.as(world.carla);

  /** R39, R41. */
  @Test
  void aReassignmentMovesTheAccessAtOnceAndKeepsTheHistory() {
    var inger = suitable().referred(world.anna);
    world.on("2025-01-20");
    carla.post(assignment(inger.courseId), handOver(world.asta)).ok();

    var seen = Api.as(world.asta).get("/courses/%s", inger.courseId).ok();
    assertThat(seen.at("/therapist/name")).isEqualTo("Asta Terapeut");
    assertThat(seen.at("/tovholder/name")).isEqualTo("Asta Terapeut");
    assertThat(seen.json().at("/assignments")).hasSize(2);
    assertThat(seen.at("/assignments/0/therapist/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/assignments/0/until")).isEqualTo("2025-01-19");
    assertThat(seen.at("/assignments/1/from")).isEqualTo("2025-01-20");
    assertThat(seen.at("/assignments/1/reason")).isEqualTo("Barsel");
    anna.post("/courses/" + inger.courseId + "/lapse", Map.of("reason", "Nej tak"))
        .refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.asta)
        .post("/courses/" + inger.courseId + "/lapse", Map.of("reason", "Nej tak"))
        .ok();
  }

  @Test
  void aReassignmentIsRefusedWhereItChangesNothingOrCannotBe() {
    var made = make(ACTIVE);

    carla
        .post(assignment(made.courseId()), handOver(world.anna))
        .refused(409, "NOTHING_TO_REASSIGN");
    carla
        .post(assignment(made.courseId()), handOver(world.bo))
        .refused(422, "THERAPIST_NOT_IN_CARE_AREA");
    carla
        .post(assignment(make(COMPLETED).courseId()), handOver(world.asta))
        .refused(409, "COURSE_CLOSED");
    Api.as(world.konrad)
        .post(assignment(made.courseId()), handOver(world.asta))
        .refused(404, "NOT_FOUND");
    anna.post(assignment(made.courseId()), handOver(world.asta)).is(403);
  }

  @Test
  void careStaffAndLeadersDoNotReadTheCourse() {
    var made = make(ACTIVE);
    for (var other : List.of(world.sofie, world.nils, world.xenia, world.lars, world.adam)) {
      Api.as(other).get("/courses/%s", made.courseId()).is(403);
    }
    Api.as(world.bo).get("/courses/%s", made.courseId()).refused(404, "NOT_FOUND");
    anna.get("/courses/%s", Ids.next()).refused(404, "NOT_FOUND");
  }

  private Story suitable() {
    return new Story(world, aCitizen(world).named("Inger Opdigtet"))
        .contact("2025-01-13")
        .foundSuitable("2025-01-13")
        .help("90", "420");
  }

  private Made make(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private static String assignment(UUID courseId) {
    return "/courses/" + courseId + "/assignment";
  }

  private static Map<String, Object> handOver(TestUser to) {
    return Map.of("therapistId", to.id(), "tovholderId", to.id(), "reason", "Barsel");
  }
}
