package dk.genvej.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Outbox;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written of a queue, of the past, and whether anything was left out. */
class OutcomeOfManyTest {

  private final World world = new World();
  private final ToldCourses told = new ToldCourses(world);

  @Test
  void aQueueTellsWhatItsItemsEndedAndLooksUpOnceForAllOthers() {
    var course = told.started();
    var other = told.started();
    world.on("2025-04-03");
    var tablet = Outbox.of(world, world.anna);
    var queue = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 20; i++) {
      queue.add(tablet.visit(other.courseId, "2025-04-02T%02d:00:00+02:00".formatted(i)));
    }
    queue.add(
        tablet.write(
            "stopCourse",
            Map.of("courseId", course.courseId),
            Map.of("reason", "DECLINED", "stoppedOn", "2025-04-03")));

    var statements = QueryCount.during(() -> tablet.push(queue).ok());

    assertThat(told.rows(course)).containsExactly("1 STOPPED NEW");
    assertThat(told.rows(other)).isEmpty();
    assertThat(
            statements.stream()
                .filter(one -> one.contains("from outcome_course") && one.contains("union")))
        .hasSize(1);
  }

  @Test
  void whatIsFoundAfterwardsIsTheSameAsWhatWasToldAtTheTime() {
    var course = told.completed("120");
    course.correctAfter("150");
    world.on("2025-07-16");
    told.followUp(told.id(course, "follow_up"), "90");
    var stopped = told.started("2025-08-04", new Story(world, course.citizenId));
    world.on("2025-08-20");
    stopped.stop(world.anna, "2025-08-20", "DECLINED").ok();
    var live = told.all();
    told.forget();
    assertThat(told.all()).isEmpty();

    var found = TestServer.running().context().getBean(OutcomeBackfill.class);

    assertThat(found.run(world.municipality)).isEqualTo(2);
    assertThat(told.all()).isEqualTo(live).hasSize(3);
    assertThat(world.value("select bool_and(historic) from outcome where municipality_id = :m"))
        .isEqualTo("t");
    assertThat(found.run(world.municipality)).as("a second time").isZero();
  }

  /** R12: every outcome has its change, every end and every recorded follow-up its outcome. */
  @Test
  void noOutcomeWithoutItsChangeAndNoEndWithoutItsOutcome() {
    var course = told.completed("120");
    course.correctAfter("150");
    world.on("2025-07-16");
    told.followUp(told.id(course, "follow_up"), "90");

    assertThat(withoutItsChange()).isEqualTo("0");
    assertThat(withoutItsOutcome()).isEqualTo("0");
    world.past("delete from outcome where municipality_id = :m and event = 'FOLLOW_UP'");
    assertThat(withoutItsOutcome()).as("one that is lost is seen").isEqualTo("1");
    world.past("update outcome set cause_version = 99 where municipality_id = :m and version = 2");
    assertThat(withoutItsChange()).as("one from nowhere is seen").isEqualTo("1");
  }

  private String withoutItsChange() {
    return world.value(
        "select count(*) from outcome o where o.municipality_id = :m and not exists (select from"
            + " change_log c where c.municipality_id = :m and c.record_id = o.cause_id and"
            + " c.version = o.cause_version and c.received_at = o.written_at)");
  }

  private String withoutItsOutcome() {
    return world.value(
        "select count(*) from event e where e.municipality_id = :m and e.kind in"
            + " ('CourseCompleted', 'CourseStopped', 'FollowUpRecorded', 'FollowUpAnnulled',"
            + " 'CourseOutcomeCorrected') and not exists (select from outcome o where"
            + " o.municipality_id = :m and o.cause_id = e.record_id and o.cause_version ="
            + " e.version)");
  }
}
