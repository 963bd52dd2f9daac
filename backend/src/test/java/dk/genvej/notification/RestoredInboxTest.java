package dk.genvej.notification;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Inboxes;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a restore a town's deadlines and inboxes are as they were at the backup. */
class RestoredInboxTest {

  private static final List<String> TABLES = List.of("notice", "notification");

  private final World world = new World();
  private Story course;

  private List<String> reminders() {
    return Inboxes.of(course).stream().filter(line -> line.matches(".* N[3-6] .*")).toList();
  }

  private void backUp() {
    for (var table : TABLES) {
      world.past(
          "create table backup_%s as select * from %1$s where municipality_id = :m"
              .formatted(table));
    }
  }

  private void restore() {
    for (var table : TABLES.reversed()) {
      world.past("delete from %s where municipality_id = :m".formatted(table));
      world.past("insert into %s select * from backup_%1$s".formatted(table));
      world.past("drop table backup_%s".formatted(table));
    }
  }

  @Test
  void whatARestoreHasForgottenIsToldOnceMoreAndSaysThatItIsLate() {
    course = new Story(world, aCitizen(world)).servedBy(world.nordTeam, "2025-01-13");
    course.referredTo(world.anna, "2025-01-20").planned().started("2025-01-20");
    world.told();
    world.untilMorningOf("2025-04-13");
    backUp();
    world.on("2025-04-14", "07:00").told();
    assertThat(reminders()).endsWith("2025-04-14 07:00 N4 anna");

    restore();
    world.on("2025-04-14", "16:00").told();
    world.told();

    assertThat(reminders())
        .containsExactly("2025-03-31 07:00 N3 anna", "2025-04-14 16:00 N4 anna late");
  }
}
