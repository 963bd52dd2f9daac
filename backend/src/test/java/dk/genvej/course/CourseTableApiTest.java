package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.shared.RefusalException;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Rows;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state times every action, done to a real course: what golden/course/transitions.txt allows
 * leads there, and all else is refused with its code and its Danish sentence and changes nothing.
 *
 * <p>Eight of the actions have an operation of the course; the two that are the evaluation's are
 * asked of {@link CourseProgress}, which is how the evaluation asks.
 */
class CourseTableApiTest {

  private static World world;
  private static Map<String, JsonNode> words;

  record Cell(CourseState state, CourseAction action, String expected) {

    /** Empty when it is refused. */
    Optional<String> leadsTo() {
      return expected.startsWith("-> ") ? Optional.of(expected.substring(3)) : Optional.empty();
    }

    @Override
    public String toString() {
      return state + " " + action + " " + expected;
    }
  }

  @BeforeAll
  static void oneMunicipality() throws IOException {
    world = new World().on("2025-02-17");
    words = new LinkedHashMap<>();
    var catalogue = new ObjectMapper().readTree(file("/openapi/problems.json"));
    (catalogue.isArray() ? catalogue : catalogue.get("problems"))
        .forEach(entry -> words.put(entry.get("code").asText(), entry));
  }

  static Stream<Cell> table() throws IOException {
    return file("/golden/course/transitions.txt")
        .lines()
        .map(line -> line.split("\\s+", 3))
        .map(
            part -> new Cell(CourseState.valueOf(part[0]), CourseAction.valueOf(part[1]), part[2]));
  }

  @Test
  void theTableHasAllHundredCells() throws IOException {
    assertThat(table())
        .hasSize(CourseState.values().length * CourseAction.values().length)
        .hasSize(100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void eachCellIsAsTheTableSays(Cell cell) {
    var made = CourseFixture.aCourse(world).in(cell.state()).startedOn("2025-02-03").make();
    var rows = Rows.about(world, made).ready();
    var pause = needsPause(cell) ? rows.openPause("2025-02-10") : Ids.next();

    var code = take(cell.action(), made, pause);

    if (cell.leadsTo().isPresent()) {
      assertThat(code).isEmpty();
      assertThat(state(made)).isEqualTo(cell.leadsTo().get());
      assertThat(version(made)).isEqualTo("2");
    } else {
      assertThat(code).contains(cell.expected());
      assertThat(state(made)).isEqualTo(cell.state().name());
      assertThat(version(made)).isEqualTo("1");
    }
  }

  @Test
  void everyRefusedCellHasADanishSentence() throws IOException {
    var refused = table().filter(cell -> cell.leadsTo().isEmpty()).map(Cell::expected).toList();

    assertThat(words).containsKeys(refused.toArray(String[]::new));
    for (var code : refused) {
      assertThat(words.get(code).at("/title/da").asText()).as(code).hasSizeGreaterThan(10);
      assertThat(words.get(code).at("/detail/da").asText()).as(code).endsWith(".");
    }
  }

  private static boolean needsPause(Cell cell) {
    return cell.state() == CourseState.PAUSED || cell.action() == CourseAction.RESUME;
  }

  /** The code it was refused with; empty when it was done. */
  private static Optional<String> take(CourseAction action, Made made, Object pause) {
    var course = "/courses/" + made.courseId();
    var reason = Map.of("reason", "En god grund");
    return switch (action) {
      case BEGIN_PLAN -> code(Api.as(world.anna).post(course + "/plan", null));
      case ACTIVATE ->
          code(Api.as(world.anna).post(course + "/activation", Map.of("startedOn", "2025-02-17")));
      case PAUSE ->
          code(
              Api.as(world.anna)
                  .post(
                      course + "/pauses",
                      Map.of("id", Ids.next(), "from", "2025-02-12", "reason", "HOLIDAY")));
      case RESUME ->
          code(
              Api.as(world.anna)
                  .post(course + "/pauses/" + pause + "/end", Map.of("until", "2025-02-17")));
      case EVALUATE ->
          progress(
              work -> {
                var it = courses().find(lock(work, made), made.courseId());
                return progress().evaluated(work, it, LocalDate.of(2025, 2, 17));
              });
      case COMPLETE ->
          progress(
              work -> {
                var it = courses().find(lock(work, made), made.courseId());
                var outcome = new CourseOutcome("NOT_COMPUTABLE", "SHADOW_MISSING", null, null);
                return progress().completed(work, it, LocalDate.of(2025, 2, 17), outcome);
              });
      case REVIEW -> code(Api.as(world.carla).post(course + "/review", Map.of()));
      case LAPSE -> code(Api.as(world.anna).post(course + "/lapse", reason));
      case STOP ->
          code(
              Api.as(world.anna)
                  .post(course + "/stop", Map.of("reason", "DECLINED", "stoppedOn", "2025-02-17")));
      case ANNUL -> code(Api.as(world.carla).post(course + "/annulment", reason));
    };
  }

  /** A refusal over HTTP is a conflict, in the words of the catalogue. */
  private static Optional<String> code(Answer answer) {
    if (answer.status() < 300) {
      return Optional.empty();
    }
    answer.is(409);
    var expected = words.get(answer.code());
    assertThat(answer.at("/title")).isEqualTo(expected.at("/title/da").asText());
    assertThat(answer.at("/detail")).isEqualTo(expected.at("/detail/da").asText());
    return Optional.of(answer.code());
  }

  private static Optional<String> progress(Function<Work, Course> step) {
    try {
      var context = TestServer.running().context();
      context
          .getBean(Transactions.class)
          .command(
              identity(world.anna),
              Envelope.command("step", Ids.next(), false),
              TestServer.running().time().now(world.municipality),
              step);
      return Optional.empty();
    } catch (RefusalException refused) {
      return Optional.of(refused.refusals().getFirst().code().name());
    }
  }

  private static Work lock(Work work, Made made) {
    work.lock(made.citizenId());
    return work;
  }

  private static Courses courses() {
    return TestServer.running().context().getBean(Courses.class);
  }

  private static CourseProgress progress() {
    return TestServer.running().context().getBean(CourseProgress.class);
  }

  private static Identity identity(TestUser user) {
    return new Identity(user.municipality(), user.subject(), user.name(), user.roles());
  }

  private static String state(Made made) {
    return world.value("select state from course where id = '" + made.courseId() + "'");
  }

  private static String version(Made made) {
    return world.value("select version from course where id = '" + made.courseId() + "'");
  }

  private static String file(String name) throws IOException {
    try (var in = CourseTableApiTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
