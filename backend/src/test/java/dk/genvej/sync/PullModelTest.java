package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is written, whoever moves and however pulls are cut, lost and repeated in between: after
 * a last sync every tablet holds exactly what the API answers its user.
 */
class PullModelTest {

  @Property(tries = 6, shrinking = ShrinkingMode.BOUNDED)
  void everyTabletEndsWithWhatTheApiAnswers(
      @ForAll @Size(min = 40, max = 80) List<@IntRange(max = 999_999) Integer> steps) {
    var run = new Run();
    steps.forEach(run::step);
    run.tablets.forEach(
        tablet -> {
          tablet.sync(1 + steps.getFirst() % 4);
          var expected = new ApiModel(run.world, tablet.user).everything();
          assertThat(run.held(tablet)).as(tablet.user.name()).isEqualTo(expected);
          assertThat(tablet.pull(10).get("citizens")).isEmpty();
        });
  }

  private static final class Run {

    final World world = new World().on("2025-01-13");
    final List<Tablet> tablets = new ArrayList<>();
    final List<Story> stories = new ArrayList<>();

    Run() {
      for (var user : List.of(world.anna, world.asta, world.sofie, world.xenia)) {
        tablets.add(Tablet.of(world, user));
      }
      for (int i = 0; i < 3; i++) {
        world.on("2025-01-13");
        var story = new Story(world, aCitizen(world).named("Borger " + i));
        story.servedBy(i == 0 ? world.supplierX : world.nordTeam, "2025-01-01");
        story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
        story.agreement();
        stories.add(story);
      }
    }

    /** Its last digits say what is done, the others about whom. */
    void step(int code) {
      var story = stories.get(code / 100 % stories.size());
      var tablet = tablets.get(code / 1000 % tablets.size());
      switch (code % 20) {
        case 0, 1, 2 -> tablet.pull(1 + code / 1000 % 3);
        case 3 -> tablet.ask(2).ok();
        case 4 -> tablet.sync(500);
        case 5 -> advance();
        case 6, 7 -> may(() -> serve(story, code));
        case 8 -> may(() -> reassign(story, code));
        case 9 -> may(() -> stop(story, code));
        case 10 -> may(story::note);
        case 11 -> may(() -> story.goal("Jeg vil " + code));
        case 12 -> may(() -> story.scores("INTERIM", "4"));
        case 13 -> may(story::visitPlanned);
        case 14 -> may(() -> story.condition(2, code % 2));
        case 15 -> may(story::agreement);
        case 16 -> may(() -> register(story));
        case 17 -> may(() -> move(story, code));
        case 18 -> may(() -> story.paused(world.today().toString(), null));
        default -> tablet.cursor = code % 3 == 0 ? "x" : tablet.cursor;
      }
    }

    /** What the rules refuse is no part of this: a stopped course takes no goal. */
    private static void may(Runnable write) {
      try {
        write.run();
      } catch (AssertionError refused) {
        assertThat(refused.getMessage()).contains("\"status\":4");
      }
    }

    private void advance() {
      world.on(world.today().plusDays(1).toString());
    }

    /** From today, or at a midnight that is yet to come. */
    private void serve(Story story, int code) {
      var unit = code % 2 == 0 ? world.supplierX : world.nordTeam;
      story.servedBy(unit, world.today().plusDays(code / 10 % 3).toString());
    }

    private void reassign(Story story, int code) {
      story.reassignedTo(code / 10 % 2 == 0 ? world.anna : world.asta);
    }

    private void stop(Story story, int code) {
      if (code / 10 % 4 == 0) {
        story.stop(world.anna, world.today().toString(), "DECLINED").ok();
      }
    }

    private void register(Story story) {
      var agreements = Api.as(world.vera).get("/courses/%s/agreements", story.courseId).ok().json();
      if (!agreements.get("items").isEmpty()) {
        post(
            world.anna,
            "/agreements/" + agreements.at("/items/0/id").asText() + "/registrations",
            Map.of(
                "id",
                Ids.next(),
                "outcome",
                "DONE",
                "happenedAt",
                world.today() + "T08:00:00+01:00"));
      }
    }

    private void move(Story story, int code) {
      var version = Api.as(world.vera).get("/citizens/%s", story.citizenId).ok().version();
      var edit = aCitizen(world).named("Borger " + code).draft();
      List.of("id", "cpr", "birthDate").forEach(edit::remove);
      edit.put("address", Map.of("street", "Vej " + code, "postCode", "4200", "city", "Sorø"));
      Api.as(world.vera).ifMatch(version).put("/citizens/" + story.citizenId, edit).ok();
    }

    private static void post(TestUser user, String path, Map<String, Object> body) {
      Api.as(user).post(path, body).created();
    }

    Map<UUID, Map<String, Map<String, JsonNode>>> held(Tablet tablet) {
      var all = new TreeMap<UUID, Map<String, Map<String, JsonNode>>>();
      tablet.citizens().forEach(id -> all.put(id, tablet.of(id)));
      return all;
    }
  }
}
