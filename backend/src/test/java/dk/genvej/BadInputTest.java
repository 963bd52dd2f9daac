package dk.genvej;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client can get wrong: told in words with the place, and nothing written. */
class BadInputTest {

  private static final World WORLD = new World();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Story course;

  @BeforeAll
  static void aStartedCourse() {
    course = new Story(WORLD, aCitizen(WORLD));
    course.referredTo(WORLD.anna, "2025-01-13").planned().started("2025-01-20");
  }

  static Stream<Arguments> wrongGoals() {
    return Stream.of(
        wrong("baselineOn", "2026-01-01", "BASELINE_AFTER_TARGET", "/baselineOn"),
        wrong("measure", "x".repeat(100_000), "BODY_INVALID", "/measure"),
        wrong("agreedWithCitizen", "ja", "BODY_INVALID", "/agreedWithCitizen"),
        wrong("targetOn", "31-12-2025", "BODY_INVALID", "/targetOn"),
        wrong("targetOn", "2025-02-30", "BODY_INVALID", "/targetOn"),
        wrong("id", "ikke-et-id", "BODY_INVALID", "/id"),
        wrong("color", "blå", "BODY_INVALID", "/color"),
        wrong("citizensWords", "nul\u0000tegn", "BODY_INVALID", "/citizensWords"));
  }

  @ParameterizedTest(name = "{0} = {2}")
  @MethodSource("wrongGoals")
  void aWrongGoalIsToldWhere(String property, Object value, String shown, String code, String at) {
    var goal = goal();
    goal.putPOJO(property, value);

    var answer = refusedWithoutWriting(() -> post("/goals", goal));

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().get("violations").findValuesAsText("pointer")).contains(at);
  }

  static Stream<Arguments> wrongScores() {
    return Stream.of(
        Arguments.of("PSFS", "1", "TOTAL", "11", "SCORE_OUT_OF_RANGE"),
        Arguments.of("COPM", "1", "SATISFACTION", "0", "SCORE_OUT_OF_RANGE"),
        Arguments.of("PSFS", "1", "TOTAL", "3.25", "SCORE_TOO_PRECISE"),
        Arguments.of("PSFS", "1", "HUMOR", "3", "UNKNOWN_SCALE"),
        Arguments.of("GAETTERI", "1", "TOTAL", "3", "UNKNOWN_INSTRUMENT"));
  }

  @ParameterizedTest
  @MethodSource("wrongScores")
  void aScoreOutsideItsInstrumentIsRefused(
      String instrument, String version, String scale, String value, String code) {
    var scores =
        Map.of(
            "id",
            Ids.next(),
            "instrument",
            instrument,
            "instrumentVersion",
            version,
            "phase",
            "BASELINE",
            "scorer",
            "CITIZEN",
            "scoredOn",
            "2025-01-20",
            "items",
            List.of(
                Map.of(
                    "goalId",
                    course.goals.getFirst(),
                    "scale",
                    scale,
                    "value",
                    new java.math.BigDecimal(value))));

    assertThat(refusedWithoutWriting(() -> post("/scores", scores)).code()).isEqualTo(code);
  }

  @Test
  void negativeMinutesAreRefused() {
    var visit =
        Map.of(
            "id",
            Ids.next(),
            "heldAt",
            "2025-01-20T09:10:00+01:00",
            "minutes",
            -5,
            "contactType",
            "HOME");

    var answer = refusedWithoutWriting(() -> post("/visits/held", visit));

    assertThat(answer.at("/violations/0/pointer")).isEqualTo("/minutes");
  }

  @Test
  void anUnknownCodeIsRefused() {
    var condition =
        Map.of("code", Ids.next(), "level", 2, "inFocus", false, "recordedOn", "2025-01-20");

    var answer =
        refusedWithoutWriting(
            () ->
                anna()
                    .ifMatch(0)
                    .put("/courses/" + course.courseId + "/conditions/" + Ids.next(), condition));

    assertThat(answer.code()).isEqualTo("UNKNOWN_CODE");
  }

  @Test
  void aCprThatIsNoDateIsRefusedAndNotRepeated() {
    var draft = aCitizen(WORLD).with("cpr", "3213420001").draft();

    var answer =
        refusedWithoutWriting(() -> Api.as(WORLD.vera).unjudged().post("/citizens", draft));

    assertThat(answer.code()).isEqualTo("CPR_MALFORMED");
    assertThat(answer.text()).doesNotContain("321342");
  }

  @Test
  void malformedJsonIsRefused() {
    for (var text : List.of("{\"id\":", "[]", "\"text\"", "{\"a\":1,\"a\":2}", "{} {}", "")) {
      assertThat(refusedWithoutWriting(() -> raw(text)).status()).as(text).isBetween(400, 422);
    }
    assertThat(refusedWithoutWriting(() -> raw("[".repeat(5_000))).status()).isBetween(400, 422);
  }

  @Test
  void tenMegabytesAreTooMuch() throws Exception {
    var answer = bytes(("\"" + "x".repeat(10_000_000) + "\"").getBytes());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("BODY_TOO_LARGE");
  }

  @Test
  void invalidUtf8IsRefused() throws Exception {
    var answer = bytes(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("BODY_NOT_JSON");
  }

  @Test
  void anotherMediaTypeIsRefused() throws Exception {
    var request = request().header("Content-Type", "text/plain");
    var answer =
        HttpClient.newHttpClient()
            .send(
                request.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void aWrongPathOrParameterIsRefused() {
    anna().get("/courses/%s/goals?limit=0", course.courseId).refused(400, "PARAMETER_INVALID");
    anna().get("/courses/mine?cursor=hest").refused(400, "CURSOR_INVALID");
    anna().get("/courses/1234").refused(400, "PARAMETER_INVALID");
    anna()
        .mutationText("hest")
        .post("/courses/" + course.courseId + "/lapse", Map.of("reason", "fejl"))
        .refused(400, "PARAMETER_INVALID");
  }

  @Test
  void englishIsAnsweredWhenAskedFor() {
    var danish = anna().get("/courses/%s", Ids.next()).is(404);
    var english = anna().with("Accept-Language", "en-GB,en;q=0.9").get("/courses/%s", Ids.next());

    assertThat(danish.at("/title")).isEqualTo("Findes ikke");
    assertThat(english.is(404).at("/title")).isEqualTo("Not found");
  }

  private static Arguments wrong(String property, Object value, String code, String pointer) {
    var text = value.toString();
    return Arguments.of(
        property, value, text.substring(0, Math.min(20, text.length())), code, pointer);
  }

  private static ObjectNode goal() {
    var goal = new LinkedHashMap<String, Object>();
    goal.put("id", Ids.next().toString());
    goal.put("citizensWords", "Jeg vil gå en tur");
    goal.put("conditionId", course.conditionId.toString());
    goal.put("measure", "Meter");
    goal.put("baseline", "50 meter");
    goal.put("baselineOn", "2025-01-20");
    goal.put("target", "200 meter");
    goal.put("targetOn", "2025-04-14");
    goal.put("agreedWithCitizen", true);
    return JSON.valueToTree(goal);
  }

  private static Answer post(String path, Object body) {
    return anna().post("/courses/" + course.courseId + path, body);
  }

  private static Answer raw(String text) {
    return anna().raw("POST", "/courses/" + course.courseId + "/goals", text);
  }

  private static Api anna() {
    return Api.as(WORLD.anna).unjudged();
  }

  private static HttpResponse<String> bytes(byte[] body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request() {
    var server = TestServer.running();
    var uri = URI.create(server.url() + "/api/v1/courses/" + course.courseId + "/goals");
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + server.issuer().token(WORLD.anna))
        .header("Mutation-Id", Ids.next().toString());
  }

  /** 4xx with a code, no trace of how the server is made, and not one new row anywhere. */
  private static Answer refusedWithoutWriting(java.util.function.Supplier<Answer> request) {
    var before = WORLD.value(ROWS);
    var answer = request.get();
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.text()).doesNotContain("Exception", "at dk.", "SQL", "select ");
    assertThat(WORLD.value(ROWS)).isEqualTo(before);
    return answer;
  }

  private static final String ROWS =
      "select (select count(*) from record_version where municipality_id = :m) || ' '"
          + " || (select count(*) from change_log where municipality_id = :m) || ' '"
          + " || (select count(*) from mutation where municipality_id = :m)";
}
