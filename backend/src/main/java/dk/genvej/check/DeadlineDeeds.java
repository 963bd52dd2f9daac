package dk.genvej.check;

import dk.genvej.check.CourseLife.Act;
import dk.genvej.client.Transport.Reply;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Does what a life has in it, each deed by whoever does it, as the API wants it. */
final class DeadlineDeeds {

  private final Site site;
  private final Town town;
  private final TownScene scene;
  private final Function<Person, Wire> wires;

  /**
   * @param wires requests as that person
   */
  DeadlineDeeds(Site site, Town town, TownScene scene, Function<Person, Wire> wires) {
    this.site = site;
    this.town = town;
    this.scene = scene;
    this.wires = wires;
  }

  /** False when the server says that it cannot be done (any more). */
  boolean done(Act act, LocalDate today, boolean reassigned) throws IOException, SQLException {
    int life = act.life();
    var therapist = reassigned ? town.otherTherapistOf(life) : town.therapistOf(life);
    var visitator = town.visitatorOf(life);
    var coordinator = town.coordinator(Town.districtOf(Town.areaOf(life)));
    var course = course(life);
    var courses = "/courses/" + course;
    return switch (act.deed()) {
      case REFER -> refer(life, today);
      case ACTIVATE -> ok(therapist, courses + "/activation", Map.of("startedOn", today));
      case AGREE -> ok(therapist, courses + "/agreements", agreement(life, today));
      case CORRECT_START -> ok(coordinator, courses + "/start-correction", corrected(course));
      case REASSIGN -> ok(coordinator, courses + "/assignment", assignment(life));
      case EVALUATE -> evaluate(therapist, life, today);
      case REVISIT -> ok(visitator, courses + "/revisitation", revisitation(today));
      case FOLLOW_UP -> followUp(visitator, life, today);
      case STOP ->
          ok(therapist, courses + "/stop", Map.of("reason", "DECLINED", "stoppedOn", today));
      case ANNUL -> ok(coordinator, courses + "/annulment", Map.of("reason", "Forkert borger"));
    };
  }

  UUID course(int life) {
    return scene.id("course", life);
  }

  private boolean refer(int life, LocalDate today) throws IOException {
    var done =
        ok(
            town.visitatorOf(life),
            "/referrals/" + scene.id("referral", life) + "/course",
            Map.of(
                "courseId", course(life),
                "therapistId", town.therapistOf(life).id(),
                "tovholderId", town.tovholderOf(life).id()));
    scene.plan(life, course(life), today);
    return done;
  }

  private Map<String, Object> agreement(int life, LocalDate today) {
    return Map.of(
        "id",
        scene.id("agreement", life),
        "actorRole",
        "CARE_STAFF",
        "unitId",
        town.team(Town.areaOf(life)),
        "action",
        "Gangtræning 10 min",
        "timesPerWeek",
        3,
        "from",
        today,
        "until",
        today.plusDays(83));
  }

  private Map<String, Object> corrected(UUID course) throws SQLException {
    var started = LocalDate.parse(look("select started_on from course where id = '%s'", course));
    return Map.of(
        "startedOn", started.minusDays(DeadlineModel.CORRECTED_BY), "reason", "Forkert dag");
  }

  private Map<String, Object> assignment(int life) {
    var to = town.otherTherapistOf(life).id();
    return Map.of("therapistId", to, "tovholderId", to, "reason", "Barsel");
  }

  private boolean evaluate(Person therapist, int life, LocalDate today)
      throws IOException, SQLException {
    var evaluation =
        look(
            "select id from evaluation where kind = 'TWELVE_WEEK' and course_id = '%s'",
            course(life));
    return ok(
        therapist,
        "/evaluations/" + evaluation + "/submission",
        Map.of(
            "evaluatedOn",
            today,
            "earlyReason",
            "Aftalt med borgeren",
            "citizensVoice",
            "Jeg går i bad selv.",
            "advice",
            "Morgenhjælp kan sættes ned.",
            "levels",
            List.of(Map.of("conditionId", scene.id("condition", life), "level", 1)),
            "goals",
            List.of(Map.of("goalId", scene.id("goal", life), "status", "ACHIEVED"))));
  }

  private static Map<String, Object> revisitation(LocalDate today) {
    return Map.of("id", Ids.next(), "decidedOn", today, "after", help());
  }

  private boolean followUp(Person visitator, int life, LocalDate today)
      throws IOException, SQLException {
    var followUp =
        look("select id from follow_up where month = 3 and course_id = '%s'", course(life));
    return ok(
        visitator,
        "/follow-ups/" + followUp + "/record",
        Map.of("heldOn", today, "help", help(), "result", "CONTINUES"));
  }

  private static Map<String, Object> help() {
    var service = Map.of("service", "PERSONAL_CARE", "minutes", 120, "everyWeeks", 1);
    return Map.of("basis", "MINUTES", "notAssessed", false, "services", List.of(service));
  }

  private boolean ok(Person who, String path, Map<String, Object> body) throws IOException {
    Reply reply = wires.apply(who).online(path, Ids.next(), texts(body));
    if (reply.status() >= 500 || reply.status() == 422 || reply.status() == 400) {
      Wire.require(reply, 200);
    }
    return reply.status() < 300;
  }

  /** Ids and days as the texts they are in JSON. */
  private static Object texts(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .collect(
                  java.util.stream.Collectors.toMap(
                      java.util.Map.Entry::getKey, one -> texts(one.getValue())));
      case List<?> list -> list.stream().map(DeadlineDeeds::texts).toList();
      case UUID id -> id.toString();
      case LocalDate day -> day.toString();
      default -> value;
    };
  }

  private String look(String sql, UUID id) throws SQLException {
    try (var connection = site.superuser();
        var query = connection.createStatement();
        var rows = query.executeQuery(sql.formatted(id))) {
      return rows.next() ? rows.getString(1) : Ids.next().toString();
    }
  }
}
