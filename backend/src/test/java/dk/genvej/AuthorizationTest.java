package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Operations;
import dk.genvej.testing.Operations.Operation;
import dk.genvej.testing.Stage;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract × every role × every relation. What is expected comes from the
 * contract's roles and from the table below, which says for each operation who may do it in which
 * relation; an operation without a line fails the test.
 */
class AuthorizationTest {

  /** How the caller has to do with the citizen. */
  private enum Relation {
    OWN,
    COLLEAGUE_IN_OWN_AREA,
    OTHER_DISTRICT,
    OTHER_MUNICIPALITY,
    ENDED
  }

  /** Anna's own: it is there for nobody else, whatever their relation. */
  private static final Set<String> ANNAS_ALONE = Set.of("markMessage");

  /**
   * What a therapist may do in a colleague's course of the own care area (design § 7). To mend, a
   * colleague is let in and then told that the entry is another's.
   */
  private static final Set<String> COLLEAGUES_MAY =
      Set.of(
          "annulGoal",
          "annulPause",
          "correctEvaluation",
          "getCitizen",
          "getCitizenHistory",
          "getCourse",
          "getReceipts",
          "listNotes",
          "addNote",
          "annulNote",
          "listGoals",
          "getGoalHistory",
          "listScores",
          "recordScores",
          "annulScores",
          "listVisits",
          "planVisit",
          "moveVisit",
          "cancelVisit",
          "holdVisit",
          "recordVisit",
          "annulVisit",
          "listAgreements",
          "listRegistrations",
          "annulRegistration",
          "listEvaluations",
          "printEvaluation",
          "printPlan",
          "listFollowUps",
          "getGatewayStanding",
          "getReferral");

  /** What is handed over to one therapist is not there for another (design § 4). */
  private static final Set<String> HANDED_OVER = Set.of("acceptQuarantined", "discardQuarantined");

  /** They take the course away from everybody else, so they come last. */
  private static final Set<String> ENDING = Set.of("stopCourse", "annulCourse", "revisit");

  private static Stage own;
  private static Stage elsewhere;

  @BeforeAll
  static void stage() {
    own = new Stage();
    elsewhere = new Stage("Grethe Stær");
  }

  @TestFactory
  Stream<DynamicTest> everyOperationForEveryRoleAndRelation() {
    return Operations.all().stream()
        .sorted(Comparator.comparing(operation -> ENDING.contains(operation.id())))
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check(operation)));
  }

  private void check(Operation operation) {
    var leaks = new ArrayList<String>();
    request(operation, Api.withToken(null)).refused(401, "UNAUTHENTICATED");
    for (var caller : callers()) {
      for (var held : caller.users()) {
        var wrong = judge(operation, caller.relation(), held);
        if (!wrong.isEmpty()) {
          leaks.add(held.subject() + " " + caller.relation() + ": " + wrong);
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  private record Callers(Relation relation, List<TestUser> users) {}

  private static List<Callers> callers() {
    var world = own.world;
    return List.of(
        new Callers(
            Relation.OWN,
            List.of(
                world.anna,
                world.sofie,
                world.nils,
                world.vera,
                world.carla,
                world.lars,
                world.adam,
                world.lone)),
        new Callers(Relation.COLLEAGUE_IN_OWN_AREA, List.of(world.asta)),
        new Callers(Relation.OTHER_DISTRICT, List.of(world.bo, world.konrad)),
        new Callers(Relation.ENDED, List.of(own.formerTherapist, world.xenia)),
        new Callers(Relation.OTHER_MUNICIPALITY, elsewhere.world.everybody));
  }

  /** Empty when all is as it should be. */
  private static String judge(Operation operation, Relation relation, TestUser user) {
    if (operation.id().equals("pullChanges")) {
      var world = relation == Relation.OTHER_MUNICIPALITY ? elsewhere.world : own.world;
      Tablet.of(world, user, UUID.fromString(operation.example().get("device").asText()));
    }
    var answer = request(operation, Api.as(user));
    var role = user.roles().getFirst().role();
    if (!operation.roles().contains(role)) {
      return is(answer, 403, "ROLE_NOT_ALLOWED");
    }
    if (ANNAS_ALONE.contains(operation.id())) {
      return user == own.world.anna ? admitted(answer) : is(answer, 404, "NOT_FOUND");
    }
    return switch (About.of(operation)) {
      case ORGANISATION ->
          relation == Relation.OTHER_MUNICIPALITY ? canary(answer) : admitted(answer);
      case LIST -> admitted(answer) + (inScope(relation) ? "" : canary(answer));
      case CITIZEN -> judgeCitizen(operation, relation, role, answer);
    };
  }

  private static boolean inScope(Relation relation) {
    return relation == Relation.OWN || relation == Relation.COLLEAGUE_IN_OWN_AREA;
  }

  private static String judgeCitizen(
      Operation operation, Relation relation, Role role, Answer answer) {
    return switch (relation) {
      case OWN -> admitted(answer);
      case COLLEAGUE_IN_OWN_AREA -> judgeColleague(operation, answer);
      case OTHER_DISTRICT, OTHER_MUNICIPALITY, ENDED ->
          is(answer, 404, "NOT_FOUND") + canary(answer);
    };
  }

  private static String judgeColleague(Operation operation, Answer answer) {
    if (COLLEAGUES_MAY.contains(operation.id())) {
      return admitted(answer);
    }
    return HANDED_OVER.contains(operation.id())
        ? is(answer, 404, "NOT_FOUND")
        : is(answer, 403, "VERB_NOT_ALLOWED");
  }

  private static String is(Answer answer, int status, String code) {
    return answer.status() == status && answer.code().equals(code) ? "" : told(answer);
  }

  /** Past both locks: whatever the rules say then, it is no question of access. */
  private static String admitted(Answer answer) {
    var refused = Set.of("ROLE_NOT_ALLOWED", "VERB_NOT_ALLOWED", "NOT_FOUND", "UNAUTHENTICATED");
    return answer.status() >= 500 || refused.contains(answer.code()) ? told(answer) : "";
  }

  private static String canary(Answer answer) {
    return answer.text().contains(Stage.CANARY) ? " shows the citizen: " + told(answer) : "";
  }

  private static String told(Answer answer) {
    return answer.status() + " " + answer.text();
  }

  private static Answer request(Operation operation, Api api) {
    var path = operation.path();
    for (var id : own.ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    var body = body(operation);
    var caller = api.unjudged().ifMatch(1);
    return switch (operation.method()) {
      case "GET" -> caller.get(path + query(operation));
      case "PUT" -> caller.put(path, body);
      default -> operation.writes() ? caller.post(path, body) : caller.search(path, body);
    };
  }

  private static String query(Operation operation) {
    return switch (operation.id()) {
      case "getPlanning", "listCompletedCourses", "listDropouts" ->
          "?from=2025-01-01&until=2025-12-31";
      case "listCodes" -> "?system=CONDITION";
      case "listDeliveries", "listGatewayReports" -> "?state=WAITING";
      default -> "";
    };
  }

  /** The contract's own example, about this citizen and under a new id. */
  private static JsonNode body(Operation operation) {
    if (operation.example() == null) {
      return null;
    }
    ObjectNode body = operation.example().deepCopy();
    if (body.has("id")) {
      body.put("id", Ids.next().toString());
    }
    if (body.has("courseId")) {
      body.put("courseId", Ids.next().toString());
    }
    if (operation.id().equals("openReferral")) {
      body.put("citizenId", own.ids.get("citizenId"));
    }
    if (operation.id().equals("mergeCitizens")) {
      body.put("mergedId", own.ids.get("citizenId"));
    }
    if (operation.id().equals("searchCitizens")) {
      body.removeAll().put("name", Stage.CANARY);
    }
    return body;
  }
}
