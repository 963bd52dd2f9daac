package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteApiTest {

  private final World world = new World();
  private final Api anna = Api.as(world.anna);

  @Test
  void notesAreOnlyAddedAndReadNewestFirstPageByPage() {
    var course = made(CourseState.ACTIVE).courseId();
    for (var time : List.of("07:10", "07:30", "07:20")) {
      anna.post("/courses/" + course + "/notes", PlanDrafts.note(time)).created();
    }

    var first = Api.as(world.asta).get("/courses/%s/notes?limit=2", course).ok();
    var next = first.at("/next");
    var rest = Api.as(world.asta).get("/courses/%s/notes?limit=2&cursor=%s", course, next).ok();

    assertThat(first.json().at("/items").findValuesAsText("text"))
        .containsExactly("07:30", "07:20");
    assertThat(rest.json().at("/items").findValuesAsText("text")).containsExactly("07:10");
    assertThat(rest.at("/next")).isIn("", "null");
    Api.as(world.bo).get("/courses/%s/notes", course).refused(404, "NOT_FOUND");
    Api.as(world.sofie).get("/courses/%s/notes", course).refused(403, "ROLE_NOT_ALLOWED");
    anna.get("/courses/%s/notes?cursor=%s", course, "abcd").refused(400, "CURSOR_INVALID");
  }

  @Test
  void aNoteIsOfWhatHasHappenedInAnOpenCourse() {
    var course = made(CourseState.ACTIVE).courseId();
    var lapsed = made(CourseState.LAPSED).courseId();

    anna.post("/courses/" + course + "/notes", PlanDrafts.note("08:30"))
        .refused(422, "DATE_IN_FUTURE");
    anna.post("/courses/" + lapsed + "/notes", PlanDrafts.note("07:30"))
        .refused(409, "COURSE_CLOSED");
    Api.as(world.sofie)
        .post("/courses/" + course + "/notes", PlanDrafts.note("07:30"))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void aWrongNoteIsStruckThroughByItsAuthorForADayAndThenByACoordinator() {
    var course = made(CourseState.ACTIVE).courseId();
    var early = anna.post("/courses/" + course + "/notes", PlanDrafts.note("07:10")).created().id();
    var late = anna.post("/courses/" + course + "/notes", PlanDrafts.note("07:20")).created().id();
    var why = Map.of("reason", "Forkert borger");

    Api.as(world.asta).post("/notes/" + early + "/annulment", why).refused(403, "NOT_THE_AUTHOR");
    Api.as(world.bo).post("/notes/" + early + "/annulment", why).refused(404, "NOT_FOUND");
    assertThat(anna.post("/notes/" + early + "/annulment", why).ok().version()).isEqualTo(2);
    anna.post("/notes/" + early + "/annulment", why).refused(409, "ALREADY_ANNULLED");
    world.on("2025-01-15");
    anna.post("/notes/" + late + "/annulment", why).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).post("/notes/" + late + "/annulment", why).ok();

    var seen = Api.as(world.carla).get("/courses/%s/notes", course).ok();
    assertThat(seen.at("/items/0/text")).isEqualTo("07:20");
    assertThat(seen.at("/items/0/annulled/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/items/1/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(one("select reason from change_log where record_id = '%s' and version = 2", late))
        .isEqualTo("Forkert borger");
  }

  private Made made(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private String one(String sql, UUID id) {
    return world.value(sql.formatted(id));
  }
}
