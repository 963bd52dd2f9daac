package dk.genvej.check;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of R12 for outcomes sees what is missing, what is too many and what says otherwise. */
class OutcomeOutboxTest {

  private final World world = new World();

  /** Told of its end, a correction of it, and a follow-up, with a receiver from the beginning. */
  @BeforeEach
  void aCourseThatWasToldOf() {
    world.past(
        "insert into outcome_receiver (municipality_id, name, since) values (:m, 'region',"
            + " '2025-01-01')");
    var course = new Story(world, aCitizen(world));
    course.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    world.on("2025-04-14");
    course.evaluated("2025-04-14");
    world.on("2025-04-16");
    course.revisited("2025-04-16", "120").created();
    course.correctAfter("150");
    world.on("2025-07-16");
    Api.as(world.vera)
        .post(
            "/follow-ups/"
                + world.value("select id from follow_up where municipality_id = :m and month = 3")
                + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes("90"), "result", "CONTINUES"))
        .ok();
  }

  /** What is seen after a change that no trigger and no key sees, and that is undone. */
  private List<String> amiss(String sabotage) {
    try (var superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      World.execute(superuser, "set local session_replication_role = replica");
      World.execute(superuser, sabotage.replace(":m", Integer.toString(world.municipality)));
      var amiss = OutcomeOutbox.amiss(superuser, world.municipality);
      superuser.rollback();
      return amiss;
    } catch (SQLException failed) {
      throw new AssertionError(sabotage, failed);
    }
  }

  @Test
  void whatTheServicesWroteIsWhole() {
    assertThat(amiss("")).isEmpty();
    assertThat(world.value("select count(*) from outcome_delivery where municipality_id = :m"))
        .isEqualTo("3");
  }

  private void isSeen(String sabotage, String sentence) {
    assertThat(amiss(sabotage)).as(sabotage).anyMatch(one -> one.contains(sentence));
  }

  @Test
  void anOutcomeThatIsMissingTooManyOrOtherwiseIsSeen() {
    var gone = "delete from outcome where municipality_id = :m and version = 3";
    isSeen(gone, "has a cause and 0 outcomes");
    isSeen(gone, "counts 3 versions and has 2");
    isSeen(gone, "has no outcome");
    isSeen("delete from outcome where municipality_id = :m and version = 1", "and named by 2");
    isSeen(
        "update outcome set superseded_by = null where municipality_id = :m and version = 1",
        "and 2 outcomes");
    isSeen(
        "update outcome set after_minutes = 120 where municipality_id = :m and version = 2",
        "which says otherwise");
    isSeen(
        "delete from outcome_delivery where municipality_id = :m and version = 2",
        "2 is not on its way to region");
  }

  @Test
  void anOutcomeWithoutItsCauseIsSeen() {
    isSeen(
        "update follow_up set state = 'DUE' where municipality_id = :m and month = 3",
        "has no cause and 1 outcomes");
    isSeen(
        "update course set state = 'STOPPED', stopped_on = completed_on, stop_reason = 'DECLINED'"
            + " where municipality_id = :m",
        "STOPPED of");
    isSeen(
        "delete from change_log where municipality_id = :m and record_type = 'follow_up'",
        "follows from follow_up");
    isSeen(
        "update outcome set written_at = written_at + interval '1 second' where municipality_id ="
            + " :m",
        "which was not made then");
  }

  @Test
  void aReceiverThatCameLaterStartsWithWhatIsNew() {
    var newcomer =
        "insert into outcome_receiver (municipality_id, name, since) values (:m, 'newcomer',"
            + " '2025-07-01')";

    assertThat(amiss(newcomer))
        .singleElement()
        .asString()
        .endsWith(" 3 is not on its way to newcomer");
  }
}
