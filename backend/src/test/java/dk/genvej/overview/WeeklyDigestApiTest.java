package dk.genvej.overview;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.testing.Api;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class WeeklyDigestApiTest {

  private final World world = new World();

  @Test
  void theWeekTellsWhatIsDueOverdueAndWaitingToWhoeverSeesIt() {
    StartedCourse.started(world, "2025-01-20", "420");
    StartedCourse.started(world, "2025-01-06", "420");
    StartedCourse.started(world, "2025-01-25", "420");
    StartedCourse.started(world, "2025-01-08", "420")
        .evaluatedOn("2025-04-02")
        .revisitedOn("2025-04-04", "120");
    StartedCourse.started(world, "2025-01-13", "420").evaluatedOn("2025-04-07");
    world.on("2025-04-14");
    new Story(world, aCitizen(world)).contact("2025-04-10");
    new Story(world, aCitizen(world)).referredTo(world.anna, "2025-04-14");

    var week = Api.as(world.vera).get("/digest").ok();
    assertThat(week.at("/from")).isEqualTo("2025-04-14");
    assertThat(week.at("/until")).isEqualTo("2025-04-20");
    assertThat(lines(week.json().get("due")))
        .containsExactly("EVALUATION_DUE 2025-04-14", "EVALUATION_DUE 2025-04-19");
    assertThat(lines(week.json().get("overdue"))).containsExactly("EVALUATION_DUE 2025-03-31");
    assertThat(lines(week.json().get("waiting")))
        .containsExactly(
            "REVIEW_WAITING 2025-04-04",
            "REVISITATION_WAITING 2025-04-07",
            "REFERRAL_WAITING 2025-04-10",
            "PLAN_WAITING 2025-04-14");
    assertThat(Api.as(world.carla).get("/digest").ok().at("/waiting/count")).isEqualTo("4");
    var nobodys = Api.as(world.konrad).get("/digest").ok();
    assertThat(nobodys.at("/due/count") + nobodys.at("/waiting/count")).isEqualTo("00");
  }

  @Test
  void anotherWeekCanBeAskedForAndCostsTheSameStatements() {
    StartedCourse.started(world, "2025-01-20", "420");

    var next = Api.as(world.vera).get("/digest?day=2025-04-16").ok();
    assertThat(next.at("/due/count")).isEqualTo("1");
    int one = statements();
    StartedCourse.started(world, "2025-01-20", "420");
    assertThat(statements()).isEqualTo(one);
  }

  private int statements() {
    return QueryCount.during(() -> Api.as(world.vera).get("/digest?day=2025-04-16").ok()).size();
  }

  /** Each with how many there are, which are all shown here. */
  private static List<String> lines(JsonNode section) {
    var lines =
        StreamSupport.stream(section.get("lines").spliterator(), false)
            .map(one -> one.get("kind").asText() + " " + one.get("since").asText())
            .toList();
    assertThat(section.get("count").asInt()).isEqualTo(lines.size());
    return lines;
  }
}
