package dk.genvej.tracking.delivery;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What goes over the wire between sender and receiver, judged by the contract of its own; the judge
 * is not written by us.
 */
class OutcomeContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonNode CONTRACT = contract();
  private static final OpenApiInteractionValidator JUDGE =
      OpenApiInteractionValidator.createForInlineApiSpecification(CONTRACT.toString())
          .withBasePathOverride("/")
          .build();

  @Test
  void everyKindOfVersionThatIsSentIsAsTheContractSays() throws Exception {
    var world = new World();
    Region.tellOf(world);
    completedCorrectedFollowedUpAndAnnulled(world);
    stopped(world);
    world.on("2025-07-20");
    Region.deliver(world);

    var sent = new ArrayList<String>();
    for (var body : Region.received(world)) {
      sent.add(body.get("event").asText() + " " + body.get("operation").asText());
      assertThat(faults(body)).as(body.toString()).isEmpty();
    }
    assertThat(sent)
        .containsExactlyInAnyOrder(
            "COMPLETED NEW",
            "COMPLETED CORRECTION",
            "FOLLOW_UP NEW",
            "COMPLETED ANNULLED",
            "FOLLOW_UP ANNULLED",
            "STOPPED NEW");
  }

  @Test
  void theExamplesOfTheContractAreTakenInAndTheirAnswersAreAsItSays() throws Exception {
    for (var name : List.of("completed", "correction", "followUp", "stopped")) {
      var body = example(name);
      var first = put(body);
      assertThat(first.statusCode()).as(first.body()).isIn(200, 201);
      assertThat(put(body).statusCode()).isEqualTo(200);
    }
    var other = example("completed").put("visits", 13);
    judged(put(other), 409, "VERSION_TAKEN");
  }

  @Test
  void whatContradictsItselfIsRefusedWithItsPlace() throws Exception {
    var wrong =
        Map.of(
            "/supersedes", example("completed").put("supersedes", 1),
            "/stopReason", (ObjectNode) example("stopped").without("stopReason"),
            "/ageBand", example("stopped").put("ageBand", "OLD"),
            "/name", example("stopped").put("name", "Inger"),
            "/eventOn", example("stopped").put("eventOn", "2025-04-04"),
            "/goalsMet", example("completed").put("goalsMet", 4),
            "/followUp", example("completed").putPOJO("followUp", Map.of("month", 3)));
    for (var one : wrong.entrySet()) {
      var body = one.getValue().put("version", 77);
      body.put("trackingId", java.util.UUID.randomUUID().toString());
      if (!one.getKey().equals("/supersedes")) {
        body.put("supersedes", 1).put("operation", "CORRECTION");
      }
      var answer = put(body);
      judged(answer, 422, "OUTCOME_INVALID");
      assertThat(answer.body()).contains("\"" + one.getKey() + "\"");
    }
  }

  @Test
  void reconciliationIsAnsweredAsTheContractSays() throws Exception {
    put(example("stopped"));
    var query = "?municipality=101&from=2025-01&until=2025-12";
    var answer = send(request("/reconciliation" + query).GET());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JUDGE.validateResponse("/reconciliation", Request.Method.GET, response(answer)))
        .matches(report -> !report.hasErrors());
    assertThat(JSON.readTree(answer.body()).get("months")).isNotEmpty();
    var unknown =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(Region.url() + "/reconciliation" + query)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(unknown.statusCode()).isEqualTo(401);
  }

  // ---- what the tests stand on

  private static void completedCorrectedFollowedUpAndAnnulled(World world) {
    world.on("2025-01-20");
    var course = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-01-20").planned();
    course.scores("BASELINE", "3");
    course.started("2025-01-20");
    world.on("2025-04-14");
    course.scores("FINAL", "7");
    course.evaluated("2025-04-14");
    world.on("2025-04-16");
    course.revisited("2025-04-16", "120").created();
    course.correctAfter("150");
    world.on("2025-07-16");
    var followUp = course.followUps().json().at("/items/0/id").asText();
    Api.as(world.vera)
        .post(
            "/follow-ups/" + followUp + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes("90"), "result", "CONTINUES"))
        .ok();
    Api.as(world.carla)
        .post("/courses/" + course.courseId + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
  }

  private static void stopped(World world) {
    world.on("2025-03-03");
    var course = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-03-03");
    course.planned().started("2025-03-03");
    world.on("2025-04-03");
    course.stop(world.anna, "2025-04-03", "DECLINED").ok();
  }

  private static List<String> faults(JsonNode body) {
    var request =
        SimpleRequest.Builder.put(path(body))
            .withBody(body.toString())
            .withContentType("application/json")
            .withHeader("Authorization", "Bearer x")
            .build();
    return JUDGE.validateRequest(request).getMessages().stream().map(Object::toString).toList();
  }

  private static void judged(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).get("code").asText()).isEqualTo(code);
    var report =
        JUDGE.validateResponse(
            "/outcomes/6f1f6a1e-58f5-4b0d-9a0b-6a2f1c9e7d43/1",
            Request.Method.PUT,
            response(answer));
    assertThat(report.hasErrors()).as(report.getMessages().toString()).isFalse();
  }

  private static SimpleResponse response(HttpResponse<String> answer) {
    return SimpleResponse.Builder.status(answer.statusCode())
        .withBody(answer.body())
        .withContentType(answer.headers().firstValue("Content-Type").orElseThrow())
        .build();
  }

  private static ObjectNode example(String name) {
    return CONTRACT
        .at("/paths/~1outcomes~1{trackingId}~1{version}/put/requestBody/content")
        .at("/application~1json/examples/" + name + "/value")
        .deepCopy();
  }

  private static HttpResponse<String> put(JsonNode body) throws Exception {
    return send(
        request(path(body))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static String path(JsonNode body) {
    return "/outcomes/" + body.get("trackingId").asText() + "/" + body.get("version").asInt();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(Region.url() + path))
        .header("Authorization", "Bearer fast");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode contract() {
    try (var in =
        OutcomeContractTest.class.getResourceAsStream("/openapi/tracking/outcomes.json")) {
      return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
