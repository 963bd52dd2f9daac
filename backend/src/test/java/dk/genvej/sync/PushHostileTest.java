package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** S15: whatever is sent, the answer is a 4xx or that of one item, and nothing is half written. */
class PushHostileTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);

  @Test
  void aPoisonedItemIsRefusedAloneAndItsNeighboursLand() {
    var queue =
        List.of(
            note("Godt \u0000 skjult"),
            tablet.note(course, "Før", MORNING),
            note("Halv \ud800 sjæl"),
            tablet.note(course, "Efter", MORNING));

    assertThat(told(raw(text(tablet.request(queue)))))
        .containsExactly("422 BODY_INVALID", "201", "422 BODY_INVALID", "201");
    assertThat(notes()).isEqualTo("2");
  }

  private Map<String, Object> note(String text) {
    return tablet.note(course, text, MORNING);
  }

  @Test
  void theAuthorIsTheTokenWhateverTheBodySays() {
    for (var name : List.of("authorId", "author", "stamp", "userId", "municipalityId")) {
      var body = new LinkedHashMap<String, Object>();
      body.put("id", Ids.next());
      body.put("text", "Forfalsket");
      body.put("happenedAt", MORNING);
      body.put(name, world.bo.id());
      assertThat(told(tablet.push(tablet.write("addNote", Map.of("courseId", course), body))))
          .containsExactly("422 BODY_INVALID");
    }
    var item = with(note("Forfalsket"), "author", world.bo.id());
    raw(text(tablet.request(List.of(item)))).refused(422, "BODY_INVALID");
    assertThat(notes()).isEqualTo("0");
  }

  @Test
  void tooDeepTooLargeAndTooMany() {
    var deep = "[".repeat(40) + "]".repeat(40);
    raw("{\"device\": \"" + tablet.id + "\", \"mutations\": " + deep + "}").is(400);
    var item = text(note("x")).replace("\"x\"", "{\"a\":".repeat(30) + "1" + "}".repeat(30));
    raw(text(tablet.request(List.of())).replace("[]", "[" + item + "]")).is(400);

    assertThat(told(tablet.push(note("x"), note("x".repeat(70_000)), note("y"))))
        .containsExactly("201", "413 MUTATION_TOO_LARGE", "201");
    var many = java.util.Collections.nCopies(501, note("x"));
    raw(text(tablet.request(many))).refused(422, "BODY_INVALID");
    raw(text(tablet.request(List.of(note("x".repeat(5_000_000)))))).is(413);
    assertThat(notes()).isEqualTo("2");
  }

  /** Nobody sends packed requests here, so a packed one is not unpacked. */
  @Test
  void aBombOfAFewKilobytesIsNotOpened() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      var chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        gzip.write(chunk);
      }
    }
    var request =
        HttpRequest.newBuilder(URI.create(TestServer.running().url() + "/api/v1/sync/push"))
            .header("Authorization", "Bearer " + TestServer.running().issuer().token(world.anna))
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(outcomes(tablet.push(note("Stadig her")))).isEqualTo("APPLIED");
  }

  /** A real queue with a character changed, dropped or doubled, again and again. */
  @Test
  void aThousandBrokenQueuesWriteNothingByHalves() {
    var random = new Random(15);
    for (int i = 0; i < 1000; i++) {
      var queue = List.of(tablet.visit(course, MORNING), note("Nr. " + i));
      var answer = raw(broken(text(tablet.request(queue)), random));
      assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }
    assertThat(
            world.value(
                "select count(*) from mutation where municipality_id = :m and operation in"
                    + " ('recordVisit', 'addNote')"))
        .isEqualTo(
            world.value(
                "select (select count(*) from visit where municipality_id = :m) + (select count(*)"
                    + " from note where municipality_id = :m)"));
    assertThat(
            world.value(
                "select count(*) from event where municipality_id = :m and kind in ('VisitHeld',"
                    + " 'NoteAdded')"))
        .isEqualTo(
            world.value(
                "select count(*) from mutation where municipality_id = :m and operation in"
                    + " ('recordVisit', 'addNote')"));
  }

  private static String broken(String text, Random random) {
    int at = random.nextInt(text.length());
    var strange =
        List.of("\\u0000", "\\ud800", "\"", "}", "9", "null", "\u202e", "", "x", "-1", "[");
    return text.substring(0, at)
        + strange.get(random.nextInt(strange.size()))
        + text.substring(random.nextBoolean() ? at : Math.min(text.length(), at + 1));
  }

  private Answer raw(String body) {
    return Api.as(world.anna).unjudged().raw("POST", "/sync/push", body);
  }

  private static String text(Object value) {
    try {
      return JSON.writer()
          .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
          .writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException failed) {
      throw new AssertionError(failed);
    }
  }

  private String notes() {
    return world.value("select count(*) from note where municipality_id = :m");
  }
}
