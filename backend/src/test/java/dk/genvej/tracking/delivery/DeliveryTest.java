package dk.genvej.tracking.delivery;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.receiver.Held;
import dk.genvej.receiver.Weather.Fault;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From the transaction that ends a course to the receiver's ledger, and what an operator sees. */
class DeliveryTest {

  private final World world = new World();

  @Test
  void whatEndsIsDeliveredOnceAndItsCorrectionAfterIt() {
    Region.tellOf(world);
    var course = stopped();
    assertThat(receipts(course)).containsExactly("1 NEW WAITING region");

    assertThat(Region.deliver(world)).isEqualTo(1);
    assertThat(Region.deliver(world)).as("nothing more").isZero();
    correctShadow(course, "400");
    assertThat(receipts(course))
        .containsExactly("1 NEW CORRECTED region", "2 CORRECTION WAITING region");
    Region.deliver(world);

    assertThat(receipts(course))
        .containsExactly("1 NEW CORRECTED region", "2 CORRECTION ACCEPTED region");
    assertThat(Region.held(world).stream().map(Held::version)).containsExactly(1, 2);
    assertThat(Region.standing(world)).hasSize(1);
    Region.reconcile(world);
    assertThat(months()).containsExactly("2025-04 1 1 true");
  }

  @Test
  void theReceiverComputesTheHashThatIsKept() {
    Region.tellOf(world);
    stopped();
    Region.deliver(world);

    assertThat(Region.held(world).getFirst().hash())
        .isEqualTo(world.value("select content_hash from outcome where municipality_id = :m"));
  }

  @Test
  void withoutAReceiverNothingWaitsAndALaterOneIsToldByReplay() {
    var course = stopped();
    assertThat(receipts(course)).containsExactly("1 NEW KEPT ");
    Region.tellOf(world);
    assertThat(Region.deliver(world)).isZero();

    var replay = Region.context().getBean(Replay.class);
    assertThat(replay.run(world.municipality, Region.NAME)).isEqualTo(1);
    assertThat(replay.run(world.municipality, Region.NAME)).isZero();
    Region.deliver(world);

    assertThat(receipts(course)).containsExactly("1 NEW ACCEPTED region");
  }

  @Test
  void aRefusedVersionIsParkedAtTheThirdTryAndHoldsUpNobodyElse() {
    Region.tellOf(world);
    var refused = stopped();
    var other = stopped();
    var poison = trackingId(refused);
    Region.during((id, _) -> id.equals(poison) ? Fault.BAD_REQUEST : Fault.NONE, this::tryOften);

    assertThat(receipts(refused)).containsExactly("1 NEW REFUSED region");
    assertThat(receipts(other)).containsExactly("1 NEW ACCEPTED region");
    var parked = deliveries("PARKED").getFirst();
    assertThat(parked.get("attempts").asInt()).isEqualTo(3);
    assertThat(parked.get("reason").asText()).isEqualTo("400 BAD_WEATHER");
    assertThat(receiver().get("parked").asInt()).isEqualTo(1);

    Api.as(world.adam).post("/tracking/deliveries/" + id(parked) + "/retry", null).ok();
    Region.deliver(world);
    assertThat(receipts(refused)).containsExactly("1 NEW ACCEPTED region");
    Api.as(world.adam)
        .post("/tracking/deliveries/" + id(parked) + "/retry", null)
        .refused(409, "DELIVERY_NOT_PARKED");
  }

  @Test
  void aParkedVersionIsLetGoByItsCorrection() {
    Region.tellOf(world);
    var course = stopped();
    Region.during((_, version) -> version == 1 ? Fault.BAD_REQUEST : Fault.NONE, this::tryOften);
    correctShadow(course, "400");
    Region.deliver(world);

    assertThat(receipts(course))
        .containsExactly("1 NEW CORRECTED region", "2 CORRECTION ACCEPTED region");
    assertThat(Region.standing(world)).hasSize(1);
  }

  @Test
  void aVersionBehindAParkedOneWaitsUntilThatIsSkippedWithAReason() {
    Region.tellOf(world);
    var course = completedWithFollowUp();
    Region.during((_, version) -> version == 1 ? Fault.BAD_REQUEST : Fault.NONE, this::tryOften);
    assertThat(receipts(course)).containsExactly("1 NEW REFUSED region", "2 NEW WAITING region");

    var parked = id(deliveries("PARKED").getFirst());
    Api.as(world.adam)
        .post("/tracking/deliveries/" + parked + "/skip", Map.of("reason", "Aftalt med regionen"))
        .ok();
    Region.deliver(world);

    assertThat(receipts(course)).containsExactly("1 NEW SKIPPED region", "2 NEW ACCEPTED region");
    assertThat(
            world.value(
                "select operation || ' ' || reason from change_log where record_id = '%s'"
                    .formatted(parked)))
        .isEqualTo("skipDelivery Aftalt med regionen");
    Api.as(world.adam)
        .post("/tracking/deliveries/" + parked + "/skip", Map.of("reason", "En gang til"))
        .refused(409, "DELIVERY_SETTLED");
  }

  @Test
  void aLostAnswerAndADoubledRequestChangeNothing() {
    for (var fault : List.of(Fault.REPLY_LOST, Fault.TWICE, Fault.SLOW)) {
      var here = new World();
      Region.tellOf(here);
      stopped(here);
      Region.during((_, _) -> fault, () -> Region.deliver(here));
      here.on("2025-04-04");
      Region.deliver(here);

      assertThat(Region.held(here)).as(fault.name()).hasSize(1);
      assertThat(here.value("select state from outcome_delivery where municipality_id = :m"))
          .isEqualTo("ACCEPTED");
    }
  }

  @Test
  void aReceiverThatIsAwayIsLeftAloneAndTriedAgainAtOnceWhenItIsWoken() {
    Region.tellOf(world);
    stopped();
    Region.during((_, _) -> Fault.UNAVAILABLE, () -> Region.deliver(world));
    world.on("2025-04-05");
    Region.during((_, _) -> Fault.UNAVAILABLE, () -> Region.deliver(world));

    assertThat(receiver().get("holdReason").asText()).isEqualTo("503 BAD_WEATHER");
    assertThat(receiver().get("lagMinutes").asInt()).isEqualTo(48 * 60);
    assertThat(receiver().get("delay").asText()).isEqualTo("WARNING");
    assertThat(Region.deliver(world)).as("on hold").isZero();
    var figure =
        Region.context().getBean(DeliveryFigures.class).all().stream()
            .filter(one -> one.municipality() == world.municipality)
            .findFirst()
            .orElseThrow();
    assertThat(figure.waiting()).isEqualTo(1);
    assertThat(figure.lag()).hasHours(48);
    Api.as(world.adam).post("/tracking/receivers/" + id(receiver()) + "/wake", null).ok();
    assertThat(Region.deliver(world)).isEqualTo(1);
    assertThat(receiver().get("lagMinutes").asInt()).isZero();
  }

  @Test
  void aTokenThatIsNoLongerBelievedIsExchanged() {
    Region.tellOf(world);
    stopped();
    var client = new ReceiverClient(settings("hemmelig"), dk.genvej.shared.SystemTime::machine);
    var wrong = new ReceiverClient(settings("forkert"), dk.genvej.shared.SystemTime::machine);

    assertThat(client.put(java.util.UUID.randomUUID(), 1, "{}"))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.reason()).startsWith("422 OUTCOME_INVALID"));
    assertThat(wrong.put(java.util.UUID.randomUUID(), 1, "{}")).isInstanceOf(Answer.Later.class);
  }

  // ---- what the tests stand on

  private static ReceiverSettings settings(String secret) {
    return new ReceiverSettings(
        "region", Region.url(), List.of(), null, Region.url() + "/token", "genvej", secret, 2);
  }

  private void tryOften() {
    for (int minute = 0; minute < 10; minute++) {
      Region.deliver(world);
      world.on("2025-07-20", "11:%02d".formatted(minute));
    }
  }

  private Story stopped() {
    return stopped(world);
  }

  private static Story stopped(World world) {
    var course = started(world);
    world.on("2025-04-03");
    course.stop(world.anna, "2025-04-03", "DECLINED").ok();
    return course;
  }

  private static Story started(World world) {
    world.on("2025-01-20");
    var course = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-01-20");
    return course.planned().started("2025-01-20");
  }

  private Story completedWithFollowUp() {
    var course = started(world).evaluated("2025-04-14");
    world.on("2025-04-16");
    course.revisited("2025-04-16", "120").created();
    world.on("2025-07-16");
    var followUp = course.followUps().json().at("/items/0/id").asText();
    Api.as(world.vera)
        .post(
            "/follow-ups/" + followUp + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes("90"), "result", "CONTINUES"))
        .ok();
    return course;
  }

  private void correctShadow(Story course, String shadow) {
    Api.as(world.vera)
        .post(
            "/referrals/" + course.referralId + "/shadow-correction",
            Map.of("shadow", Story.minutes(shadow), "reason", "Regnet forkert"))
        .ok();
  }

  private java.util.UUID trackingId(Story course) {
    return java.util.UUID.fromString(
        world.value(
            "select tracking_id from outcome_course where course_id = '%s'"
                .formatted(course.courseId)));
  }

  private List<String> receipts(Story course) {
    return lines(
        Api.as(world.anna).get("/courses/%s/central-receipts", course.courseId).ok().json(),
        one ->
            one.get("version").asText()
                + " "
                + one.get("operation").asText()
                + " "
                + one.get("state").asText()
                + " "
                + one.path("receiver").asText());
  }

  private List<String> months() {
    return lines(
        Api.as(world.adam).get("/tracking/receivers/%s/reconciliation", id(receiver())).ok().json(),
        one ->
            one.get("month").asText()
                + " "
                + one.get("ourCount").asText()
                + " "
                + one.get("theirCount").asText()
                + " "
                + one.get("agrees").asText());
  }

  private JsonNode receiver() {
    return Api.as(world.adam).get("/tracking/receivers").ok().json().at("/items/0");
  }

  private List<JsonNode> deliveries(String state) {
    var items = new ArrayList<JsonNode>();
    Api.as(world.adam)
        .get("/tracking/receivers/%s/deliveries?state=%s", id(receiver()), state)
        .ok()
        .json()
        .get("items")
        .forEach(items::add);
    return items;
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }

  private static List<String> lines(JsonNode page, Function<JsonNode, String> line) {
    var lines = new ArrayList<String>();
    page.get("items").forEach(one -> lines.add(line.apply(one)));
    return lines;
  }
}
