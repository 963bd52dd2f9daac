package dk.genvej.push;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.check.push.PersonalWords;
import dk.genvej.check.push.WireAllowList;
import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.demo.fcm.Received;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The devices of S14, from the evaluation over HTTP to what a stand-in of FCM gets over HTTP; and
 * nothing of the citizen on the wire (R63, R65).
 */
class PushScenarioTest {

  private final PushStage stage = new PushStage();
  private final World world = stage.world;

  @Test
  void s14OneDeviceOfTheSubstituteIsWokenAndTheDeadOneLosesItsToken() throws IOException {
    var citizen = aCitizen(world).named("Ellen Opdigtet");
    world.on("2024-11-22");
    var ellen = new Story(world, citizen).servedBy(world.nordTeam, "2024-11-22");
    ellen.contact("2024-11-22").foundSuitable("2024-11-22").help("0", "420");
    ellen.referred(world.anna).planned().started("2024-11-22");
    standIn();
    stage.device(world.vera, "veras");
    stage.device(world.viggo, "alive");
    stage.device(world.viggo, "dead");
    world.on("2025-02-13").told();
    try (var own = new FcmFixture()) {
      var dispatch = PushStage.dispatch(own.sender);
      dispatch.deliver(world.municipality);
      int before = own.fcm.received().size();
      own.fcm.uninstall(FcmStandIn.token("dead"));
      world.on("2025-02-14");
      ellen.evaluated("2025-02-14");
      world.told();

      dispatch.deliver(world.municipality);

      var sent = own.fcm.received().subList(before, own.fcm.received().size());
      assertThat(sent.stream().filter(Received::taken).map(Received::token))
          .containsExactly(FcmStandIn.token("alive"));
      assertThat(sent.stream().filter(one -> one.status() == 404).map(Received::token))
          .containsExactly(FcmStandIn.token("dead"));
      assertThat(tokens(world.viggo.id().toString())).isEqualTo("1");
      assertThat(tokens(world.vera.id().toString())).isEqualTo("1");
      assertNothingOf(ellen, own.fcm.received());
    }
  }

  private void standIn() {
    world.substituted(
        world.vera, world.vera, world.viggo, Role.VISITATOR, "2025-02-10", "2025-02-21");
  }

  /** Every text that the schema labels as personal, and the number, which lies there sealed. */
  private void assertNothingOf(Story story, List<Received> requests) {
    var texts = personalTexts();
    texts.add(Api.as(world.vera).get("/citizens/%s", story.citizenId).ok().at("/cpr"));
    var words = PersonalWords.of(texts);
    assertThat(words.count()).isGreaterThan(20);
    assertThat(words.in("Ellen")).isNotEmpty();
    assertThat(requests).isNotEmpty();
    for (var one : requests) {
      assertThat(words.in(one.body())).isEmpty();
      assertThat(one.body()).doesNotContain(story.citizenId.toString(), story.courseId.toString());
      assertThat(WireAllowList.faults(one.body())).isEmpty();
    }
  }

  private List<String> personalTexts() {
    var columns =
        world.value(
            """
            select string_agg(c.relname || '.' || a.attname, ',') from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and not c.relispartition and a.atttypid = 'text'::regtype
               and col_description(c.oid, a.attnum) like 'personal:%'
            """);
    var texts = new ArrayList<String>();
    for (var column : columns.split(",")) {
      var name = column.split("\\.");
      texts.add(
          world.value(
              "select coalesce(string_agg(distinct %s, ' '), '') from %s where municipality_id = :m"
                  .formatted(name[1], name[0])));
    }
    return texts;
  }

  private String tokens(String user) {
    return world.value(
        "select count(push_token) from device where municipality_id = :m and user_id = '"
            + user
            + "'");
  }
}
