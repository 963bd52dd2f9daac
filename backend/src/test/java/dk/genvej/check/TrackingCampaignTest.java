package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.check.Storm.Key;
import dk.genvej.receiver.Held;
import dk.genvej.receiver.Receiver;
import dk.genvej.receiver.ReceiverOptions;
import dk.genvej.receiver.Weather;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11 as it runs with every build, and whether its checker would see what it looks for. */
class TrackingCampaignTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void fiveHundredOutcomesThroughAStorm(@TempDir Path folder) throws IOException, SQLException {
    var outcome = TrackingCampaign.run(500, 1, folder);

    assertThat(outcome.allWell()).as(outcome.text()).isTrue();
    assertThat(outcome.text()).contains("REPLY_LOST", "SLOW", "RESET", "TWICE", "TOO_MANY");
  }

  @Test
  void anOutcomeThatSomebodyTookAwayIsSeenByTheField(@TempDir Path folder)
      throws IOException, SQLException {
    var deleted =
        """
        set session_replication_role = replica;
        delete from outcome_delivery d using outcome o where o.tracking_id = d.tracking_id and o.version = d.version
           and o.follow_up_month = 12;
        delete from outcome where follow_up_month = 12
        """;

    var outcome = TrackingCampaign.run(4, 1, folder, deleted);

    assertThat(outcome.allWell()).isFalse();
    assertThat(outcome.text()).contains("FOLLOW_UP 12 of", "has a cause and 0 outcomes");
  }

  @Test
  void anOutcomeThatIsMissingOrTooManyIsSeen() {
    var wanted = Set.of(new Key(ONE, 1), new Key(ONE, 2), new Key(TWO, 1));

    assertThat(faults(wanted, held(0, ONE, 1), held(1, TWO, 1), held(2, ONE, 2))).isEmpty();
    assertThat(faults(wanted, held(0, ONE, 1), held(1, ONE, 2)))
        .containsExactly("1 missing, 0 too many");
    assertThat(faults(wanted, held(0, ONE, 1), held(1, ONE, 2), held(2, TWO, 1), held(3, TWO, 2)))
        .containsExactly("0 missing, 1 too many");
    assertThat(faults(wanted, held(0, ONE, 1), held(1, ONE, 2), held(2, TWO, 1), held(3, ONE, 1)))
        .anyMatch(fault -> fault.startsWith("accepted twice"));
  }

  @Test
  void aCourseOutOfOrderIsSeen() {
    var faults = new ArrayList<String>();
    TrackingTrial.inOrder(List.of(held(0, ONE, 2), held(1, TWO, 1), held(2, ONE, 1)), faults);

    assertThat(faults).hasSize(1).allMatch(fault -> fault.startsWith("out of order"));
  }

  /** The guards themselves: a sender without them, against the real receiver. */
  @Test
  void aSenderThatKeepsNoOrderOrSendsWhatNobodyToldIsSeen(@TempDir Path folder) throws Exception {
    var options = ReceiverOptions.withToken(0, folder, "fast");
    try (var receiver = Receiver.start(options, Weather.CALM, SystemTime::machine)) {
      for (int version = 3; version > 0; version--) {
        put(receiver, version);
      }
      var held = receiver.ledger().held();
      var order = new ArrayList<String>();
      TrackingTrial.inOrder(held, order);
      assertThat(order).hasSize(2);
      assertThat(faults(Set.of(new Key(ONE, 1), new Key(ONE, 2)), held.toArray(Held[]::new)))
          .containsExactly("0 missing, 1 too many");
    }
  }

  private static void put(Receiver receiver, int version) throws Exception {
    var body =
        """
        {"trackingId": "%s", "version": %d, "municipality": 101, "event": "STOPPED",
         "operation": "NEW", "eventOn": "2025-04-03", "districtId": "%s", "ageBand": "FROM_90",
         "legalBasis": "SEL_83A", "startedOn": "2025-03-03", "dueOn": "2025-05-26",
         "stoppedOn": "2025-04-03", "stopReason": "DECLINED", "visits": 0, "cohort": false,
         "historic": false, "instruments": [], "definitionVersion": "1"}
        """
            .formatted(ONE, version, TWO);
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(receiver.url() + "/outcomes/" + ONE + "/" + version))
                    .header("Authorization", "Bearer fast")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static List<String> faults(Set<Key> wanted, Held... held) {
    var faults = new ArrayList<String>();
    TrackingTrial.same(wanted, List.of(held), faults);
    return faults;
  }

  private static Held held(int place, UUID trackingId, int version) {
    return new Held(
        place, trackingId, version, 101, "COMPLETED 0", YearMonth.of(2025, 4), "NEW", "0");
  }
}
