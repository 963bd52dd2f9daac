package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

/** What a death in a file ends, and what it leaves to people. */
class DeathTest {

  private final World world = new World();

  /** O16. */
  @Test
  void aDeathCancelsTheFollowUpsStillDueAndAMoveAheadDoesNot() {
    var citizen = Citizens.aCitizen(world);
    completedIn2025(new Story(world, citizen));
    world.on("2025-08-01");

    imports(citizen, ";2025-09-01");
    assertThat(followUps()).isEqualTo("3 DUE 1, 6 DUE 1, 12 DUE 1");

    imports(citizen, "2025-07-20;2025-09-01");
    imports(citizen, "2025-07-20;2025-09-01");
    assertThat(followUps()).isEqualTo("3 CANCELLED 2, 6 CANCELLED 2, 12 CANCELLED 2");
    assertThat(
            world.value(
                "select string_agg(kind || ' ' || historic, ', ') from event where"
                    + " municipality_id = :m and kind = 'FollowUpCancelled'"))
        .isEqualTo("FollowUpCancelled true, FollowUpCancelled true, FollowUpCancelled true");
    assertThat(
            world.value(
                "select string_agg(kind || ' ' || state, ', ' order by kind) from task where"
                    + " municipality_id = :m"))
        .isEqualTo("CITIZEN_DIED OPEN, CITIZEN_MOVED OPEN");
  }

  private void completedIn2025(Story story) {
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    story.evaluated("2025-04-14");
    world.on("2025-04-16");
    story.revisited("2025-04-16", "120").created();
  }

  /** The day of death and the day of moving, as the file tells them. */
  private void imports(Citizens citizen, String ends) {
    var file =
        """
        borger_id;cpr;navn;plejeområde;død;fraflyttet
        B-1;%s;Inger Opdigtet;Nord 1;%s
        """
            .formatted(citizen.draft().get("cpr"), ends);
    var report = ImportWorld.citizens(world, file);
    assertThat(report.faults()).isEmpty();
  }

  private String followUps() {
    return world.value(
        "select string_agg(month || ' ' || state || ' ' || version, ', ' order by month) from"
            + " follow_up where municipality_id = :m");
  }
}
