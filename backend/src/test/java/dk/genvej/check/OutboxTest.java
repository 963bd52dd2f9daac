package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of R12 sees what is missing and what is there twice. */
class OutboxTest {

  private final World world = new World();
  private UUID course;
  private String note;

  @BeforeEach
  void aCourseWithANote() {
    course = CourseFixture.aCourse(world).in(CourseState.ACTIVE).make().courseId();
    note =
        Api.as(world.anna)
            .post(
                "/courses/" + course + "/notes",
                Map.of(
                    "id",
                    Ids.next(),
                    "text",
                    "Gik selv op ad trappen",
                    "happenedAt",
                    "2025-01-13T07:10:00+00:00"))
            .created()
            .id()
            .toString();
  }

  private List<String> amiss() {
    try (var superuser = world.superuser()) {
      return Outbox.amiss(superuser, world.municipality, course);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private void sql(String sql) {
    assertThat(world.past(sql.formatted(note))).isEqualTo(1);
  }

  @Test
  void whatTheServiceWroteIsWhole() {
    assertThat(amiss()).isEmpty();
  }

  @Test
  void aChangeWithoutItsEventIsSeen() {
    sql("delete from event where record_id = '%s'");
    assertThat(amiss()).singleElement().asString().contains("1 row, 0 events, 1 lines");
  }

  @Test
  void anEventWithoutItsChangeIsSeen() {
    sql("delete from record_version where record_id = '%s'");
    assertThat(amiss()).singleElement().asString().contains("0 row, 1 events, 1 lines");
  }

  @Test
  void aChangeThatWasToldTwiceIsSeen() {
    sql(
        "insert into event select municipality_id, received_at, gen_random_uuid(), kind,"
            + " citizen_id, course_id, record_type, record_id, version, historic from event where"
            + " record_id = '%s'");
    assertThat(amiss()).singleElement().asString().contains("1 row, 2 events, 1 lines");
  }
}
