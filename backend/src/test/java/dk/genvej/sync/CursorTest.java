package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Assignment;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tablet carries for us is read only when it is ours, and never trusted otherwise. */
class CursorTest {

  private final World world = new World();
  private final Tablet tablet = Tablet.of(world, world.anna);
  private Story story;

  @BeforeEach
  void aSyncedTablet() {
    world.on("2025-01-13");
    story = new Story(world, aCitizen(world));
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    tablet.sync();
  }

  @Test
  void aTamperedCursorGivesEverythingWholeAndNoNewEpoch() {
    var epoch = tablet.epoch;
    for (var wrong : List.of("x", "AAAA", flipped(5), flipped(40), tablet.cursor + "AA")) {
      var broken = tablet.copy();
      broken.cursor = wrong;

      var answer = broken.pull(10);

      assertThat(answer.at("/citizens/0/whole").asBoolean()).as(wrong).isTrue();
      assertThat(answer.get("epoch").asText()).isEqualTo(epoch);
      assertThat(broken.of(story.citizenId)).isEqualTo(tablet.of(story.citizenId));
    }
    assertThat(world.value("select count(*) from sync_epoch where municipality_id = :m"))
        .isEqualTo("1");
  }

  @Test
  void aTabletThatLostItsCursorIsToldToForgetWhatItMayStillHold() {
    world.on("2025-02-01");
    story.stop(world.anna, "2025-02-01", "DECLINED").ok();
    tablet.cursor = null;

    var first = tablet.ask(10).ok().json();
    var again = tablet.ask(10).ok().json();

    assertThat(first.at("/removals/0").asText()).isEqualTo(story.citizenId.toString());
    assertThat(again.get("removals")).as("the answer may have been lost").hasSize(1);
  }

  @Test
  void anotherTabletsCursorAndAnotherMunicipalitysAreWorthNothing() {
    var other = Tablet.of(world, world.anna);
    other.cursor = tablet.cursor;
    assertThat(other.pull(10).at("/citizens/0/whole").asBoolean()).isTrue();

    var elsewhere = new World();
    elsewhere.on("2025-01-20");
    var foreign = Tablet.of(elsewhere, elsewhere.anna, tablet.id);
    foreign.cursor = tablet.cursor;
    var answer = foreign.pull(10);
    assertThat(answer.get("removals")).isEmpty();
    assertThat(answer.get("citizens")).isEmpty();
  }

  @Test
  void anUnknownTabletIsRefusedAndSoIsOneOfAnotherMunicipality() {
    var request = new LinkedHashMap<>(tablet.request(10));
    request.put("device", Ids.next());
    Api.as(world.anna).search("/sync/pull", request).refused(409, "DEVICE_NOT_REGISTERED");
    var elsewhere = new World();
    Api.as(elsewhere.anna)
        .search("/sync/pull", tablet.request(10))
        .refused(409, "DEVICE_NOT_REGISTERED");
    Api.as(world.asta)
        .search("/sync/pull", tablet.request(10))
        .refused(409, "DEVICE_NOT_REGISTERED");
  }

  @Test
  void aRevokedTabletAndAnOldProgramGetNothing() {
    var request = new LinkedHashMap<>(tablet.request(10));
    request.put("clientVersion", "0.9.12");
    Api.as(world.anna).search("/sync/pull", request).refused(409, "CLIENT_TOO_OLD");
    world.past(
        "update device set revoked_at = now(), revoked_reason = 'Tabt i bussen'"
            + " where municipality_id = :m and id = '%s'".formatted(tablet.id));

    tablet.ask(10).refused(403, "DEVICE_REVOKED");
  }

  @Test
  void otherRolesGetEverythingWhole() {
    var more =
        new TestUser(
            world.municipality,
            "anna",
            "Anna Terapeut",
            List.of(
                new Assignment(Role.THERAPIST, world.nordArea),
                new Assignment(Role.NURSE, world.nordTeam)));

    var answer = Api.as(more).search("/sync/pull", tablet.request(10)).ok().json();

    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
  }

  @Test
  void aKilledSyncGoesOnAtAnyPageAndTheWholeIsTheSame() {
    for (int i = 0; i < 4; i++) {
      var one = new Story(world, aCitizen(world));
      one.referredTo(world.anna, "2025-01-20").planned();
      world.on("2025-01-20");
    }
    var whole = Tablet.of(world, world.anna);
    whole.sync();
    assertThat(whole.citizens()).hasSize(5);

    for (int limit = 1; limit <= 3; limit++) {
      var killed = Tablet.of(world, world.anna);
      var remaining = new ArrayList<Integer>();
      boolean more = true;
      while (more) {
        // The answer is lost, the process ends; what was taken in is all there is.
        assertThat(killed.ask(limit).ok().json().get("total").asInt()).isEqualTo(5);
        killed = killed.copy();
        var answer = killed.pull(limit);
        remaining.add(answer.get("remaining").asInt());
        more = answer.get("more").asBoolean();
      }
      assertThat(remaining).isSortedAccordingTo((a, b) -> b - a).endsWith(0);
      assertThat(held(killed)).isEqualTo(held(whole));
    }
  }

  @Test
  void oneWhoLeavesBetweenThePagesOfAFreshStartIsTakenBack() {
    var second = new Story(world, aCitizen(world));
    second.referredTo(world.anna, "2025-01-20").planned().started("2025-01-20");
    tablet.sync();
    tablet.cursor = "x";
    tablet.pull(1);
    story.stop(world.anna, "2025-01-20", "DECLINED").ok();
    second.stop(world.anna, "2025-01-20", "DECLINED").ok();

    tablet.sync(1);

    assertThat(tablet.citizens()).isEmpty();
  }

  @Test
  void fiveHundredCitizensFitInACursor() {
    var citizens = new LinkedHashMap<UUID, Held>();
    for (int i = 0; i < 500; i++) {
      citizens.put(Ids.next(), new Held(i + 1L, i + 7L, 20_000));
    }
    var cursor = new Cursor(Ids.next(), 3, 4, citizens);

    assertThat((cursor.bytes().length + 21) * 4 / 3 + 2).isLessThan(40_000);
    assertThat(Cursor.of(cursor.bytes())).contains(cursor);
    assertThat(Cursor.of(new byte[] {1, 2, 3})).isEmpty();
  }

  private String flipped(int at) {
    var text = new StringBuilder(tablet.cursor);
    text.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
    return text.toString();
  }

  private static Map<UUID, Object> held(Tablet tablet) {
    var all = new LinkedHashMap<UUID, Object>();
    tablet.citizens().stream().sorted().forEach(id -> all.put(id, tablet.of(id)));
    return all;
  }
}
