package dk.genvej.testing;

import dk.genvej.access.Identity;
import dk.genvej.course.Course;
import dk.genvej.course.CourseListener;
import dk.genvej.course.CourseState;
import dk.genvej.course.CourseVersion;
import dk.genvej.course.Courses;
import dk.genvej.shared.Ids;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A course that has begun as a real one does: a condition, three goals and what follows a start.
 */
public final class StartedCourse {

  private final World world;
  private final TestUser therapist;
  private final CourseFixture.Made made;
  public final UUID conditionId = Ids.next();
  public final List<UUID> goals = List.of(Ids.next(), Ids.next(), Ids.next());

  private StartedCourse(World world, TestUser therapist, CourseFixture.Made made) {
    this.world = world;
    this.therapist = therapist;
    this.made = made;
  }

  /** Anna's course of that start, with a shadow in minutes a week; null for none. */
  public static StartedCourse started(World world, String day, String shadow) {
    return started(world, day, shadow, CourseState.ACTIVE);
  }

  public static StartedCourse started(World world, String day, String shadow, CourseState state) {
    var fixture = CourseFixture.aCourse(world).startedOn(day).shadow(shadow).in(state);
    var course = new StartedCourse(world, world.anna, fixture.make());
    course.command(course::insert);
    course.listeners((work, listener) -> listener.started(work, course.find(work)));
    return course;
  }

  public UUID id() {
    return made.courseId();
  }

  public UUID citizenId() {
    return made.citizenId();
  }

  /** The id of its twelve-week evaluation. */
  public UUID evaluation() {
    var sql = "select id from evaluation where kind = 'TWELVE_WEEK' and course_id = '%s'";
    return UUID.fromString(world.value(sql.formatted(id())));
  }

  /** What of the course the test looks at, as columns joined by a space. */
  public String look(String columns) {
    var sql = "select concat_ws(' ', %s) from course where id = '%s'";
    return world.value(sql.formatted(columns, id()));
  }

  public Map<String, Object> submission(String day) {
    var body = new LinkedHashMap<String, Object>();
    body.put("evaluatedOn", day);
    body.put("citizensVoice", "Jeg går i bad selv");
    body.put("summary", "Selvhjulpen i bad");
    body.put("advice", "Morgenhjælp kan sættes ned");
    body.put("levels", List.of(Map.of("conditionId", conditionId, "level", 1)));
    body.put("goals", statuses("ACHIEVED", "ACHIEVED", "PARTLY"));
    return body;
  }

  public List<Map<String, Object>> statuses(String... statuses) {
    return java.util.stream.IntStream.range(0, statuses.length)
        .mapToObj(i -> Map.<String, Object>of("goalId", goals.get(i), "status", statuses[i]))
        .toList();
  }

  /** The therapist evaluates on that day, which becomes today. */
  public StartedCourse evaluatedOn(String day) {
    world.on(day);
    Api.as(therapist).post("/evaluations/" + evaluation() + "/submission", submission(day)).ok();
    return this;
  }

  /** Vera decides on that day, which becomes today. */
  public StartedCourse revisitedOn(String day, String after) {
    world.on(day);
    Api.as(world.vera)
        .post("/courses/" + id() + "/revisitation", revisitation(day, after))
        .created();
    return this;
  }

  public static Map<String, Object> revisitation(String day, String after) {
    return Map.of("id", Ids.next(), "decidedOn", day, "after", help(after));
  }

  /** Minutes a week; zero is no service at all. */
  public static Map<String, Object> help(String minutes) {
    var number = new java.math.BigDecimal(minutes);
    var services =
        number.signum() == 0
            ? List.of()
            : List.of(Map.of("service", "PERSONAL_CARE", "minutes", number, "everyWeeks", 1));
    return Map.of("basis", "MINUTES", "notAssessed", false, "services", services);
  }

  public static Map<String, Object> notAssessed() {
    return Map.of("basis", "MINUTES", "notAssessed", true);
  }

  public void pause(String from, String home) {
    command(
        work ->
            insert(
                work,
                "pause (id, course_id, from_day, home_day, reason",
                "'%s', '%s', '%s', '%s', 'HOSPITAL'".formatted(Ids.next(), id(), from, home)));
  }

  /** The next version of the course, and what listens to it. */
  public void change(Consumer<CourseVersion> how, ListenerCall call) {
    command(
        work -> {
          var next = find(work).next(work.stamp(null));
          how.accept(next);
          TestServer.running()
              .context()
              .getBean(Courses.class)
              .save(work, "Changed", next.build(), null);
        });
    listeners((work, listener) -> call.on(listener, work, find(work)));
  }

  /** Which of a listener's methods is called. */
  public interface ListenerCall {
    void on(CourseListener listener, Work work, Course course);
  }

  private void listeners(BiConsumer<Work, CourseListener> call) {
    command(
        work ->
            TestServer.running().context().getBeansOfType(CourseListener.class).stream()
                .filter(
                    listener ->
                        listener.getClass().getPackageName().matches(".*(evaluation|followup)"))
                .forEach(listener -> call.accept(work, listener)));
  }

  private Course find(Work work) {
    return TestServer.running().context().getBean(Courses.class).find(work, id());
  }

  private void command(Consumer<Work> body) {
    var vera = world.vera;
    TestServer.running()
        .context()
        .getBean(Transactions.class)
        .command(
            new Identity(vera.municipality(), vera.subject(), vera.name(), vera.roles()),
            Envelope.command("fixture", Ids.next(), false),
            TestServer.running().time().now(world.municipality),
            work -> {
              work.lock(citizenId());
              body.accept(work);
              return made;
            });
  }

  private void insert(Work work) {
    insert(
        work,
        "condition (id, code, level, level_on, recorded_on",
        "'%s', '%s', 3, '2025-01-13', '2025-01-13'".formatted(conditionId, Ids.next()));
    insert(
        work,
        "course_condition (id, course_id, condition_id, expected_level, in_focus, level_at_start",
        "'%s', '%s', '%s', 1, true, 3".formatted(Ids.next(), id(), conditionId));
    for (var goal : goals) {
      insert(
          work,
          "goal (id, course_id, condition_id, citizens_words, measure, baseline, baseline_on,"
              + " target, target_on, status, agreed_with_citizen",
          "'%s', '%s', '%s', 'Gå i bad selv', 'Bade om ugen', '1', '2025-01-13', '7', '2025-04-07', 'OPEN', true"
              .formatted(goal, id(), conditionId));
    }
  }

  private void insert(Work work, String into, String values) {
    var now = "timestamptz '" + work.now() + "'";
    var statement =
        "insert into %s, municipality_id, citizen_id, version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id) values (%s, %d, '%s', 1, %s, %s, %s, '%s')"
            .formatted(
                into,
                values,
                work.municipality(),
                citizenId(),
                now,
                now,
                now,
                work.actor().userId());
    var transactions = TestServer.running().context().getBean(TransactionOperations.class);
    try {
      World.execute((Connection) transactions.getConnection(), statement);
    } catch (SQLException failed) {
      throw new AssertionError(statement, failed);
    }
  }

  /** The due day of a start, as the course has it. */
  public static LocalDate due(String start) {
    return LocalDate.parse(start).plusDays(84);
  }
}
