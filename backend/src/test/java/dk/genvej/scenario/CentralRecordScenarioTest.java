package dk.genvej.scenario;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Golden;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import dk.genvej.tracking.delivery.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The central records of S1 and S5, as the receiver has them. */
class CentralRecordScenarioTest {

  private final World world = new World();

  @Test
  void s1IngersOneCentralRecord() {
    Region.tellOf(world);
    world.on("2025-01-13");
    var inger = new Story(world, aCitizen(world)).contact("2025-01-09");
    inger.foundSuitable("2025-01-13").help("90", "420").referred(world.anna).planned();
    inger.goal("Jeg vil hente min egen avis").goal("Jeg vil gå ned til vandet igen");
    world.on("2025-01-20");
    inger.score("COPM", "1", "BASELINE", "CITIZEN_WITH_STAFF", copm("3 3 4", "2 3 4"));
    inger.started("2025-01-20");
    world.on("2025-04-14");
    inger.score("COPM", "1", "FINAL", "CITIZEN_WITH_STAFF", copm("6 6 7", "7 6 8"));
    inger.evaluated("2025-04-14");
    world.on("2025-04-16");
    inger.revisited("2025-04-16", "120").created();
    inger.reviewed(world.carla).ok();

    Golden.assertMatches("tracking/s1.txt", central());
  }

  @Test
  void s5GrethesOneCentralRecordIsThatShePulledOut() {
    Region.tellOf(world);
    var grethe = new Story(world, born1945()).referredTo(world.anna, "2025-03-03");
    grethe.planned().started("2025-03-03");
    world.on("2025-04-03");
    grethe.stop(world.anna, "2025-04-03", "DECLINED").ok();

    Golden.assertMatches("tracking/s5.txt", central());
  }

  private Citizens born1945() {
    return aCitizen(world)
        .named("Grethe Opdigtet")
        .with("cpr", Citizens.inventedCpr("150645"))
        .with("birthDate", "1945-06-15");
  }

  /** One line per member; whose ids are random, by what they name. */
  private List<String> central() {
    Region.deliver(world);
    var received = Region.received(world);
    assertThat(received).hasSize(1);
    var lines = new ArrayList<String>();
    received.getFirst().properties().forEach(one -> lines.add(line(one.getKey(), one.getValue())));
    return lines;
  }

  private String line(String name, JsonNode value) {
    return name
        + " "
        + switch (name) {
          case "trackingId" -> "(random)";
          case "municipality" -> "(its own)";
          case "districtId" -> value.asText().equals(world.nord.toString()) ? "Nord" : "?";
          default -> value.toString();
        };
  }

  private static Map<String, List<String>> copm(String performance, String satisfaction) {
    return Map.of(
        "PERFORMANCE", List.of(performance.split(" ")),
        "SATISFACTION", List.of(satisfaction.split(" ")));
  }
}
