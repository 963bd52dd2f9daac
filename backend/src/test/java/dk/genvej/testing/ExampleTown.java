package dk.genvej.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.testing.Operations.Operation;
import dk.genvej.tracking.gateway.DailyReports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A municipality where the contract's examples are sent as they stand. Its staff and units play
 * those the examples name; everything else keeps the example's own id, as clients make ids.
 */
public final class ExampleTown {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Operation> OPERATIONS =
      Operations.all().stream().collect(Collectors.toMap(Operation::id, Function.identity()));

  /** Which operation's example answer tells the id that stands for a path parameter. */
  private static final Map<String, String> MADE_BY =
      Map.ofEntries(
          Map.entry("citizenId", "registerCitizen"),
          Map.entry("referralId", "openReferral"),
          Map.entry("courseId", "referToTherapist"),
          Map.entry("conditionId", "putCondition"),
          Map.entry("grantId", "putGrant"),
          Map.entry("goalId", "setGoal"),
          Map.entry("noteId", "addNote"),
          Map.entry("scoresId", "recordScores"),
          Map.entry("visitId", "planVisit"),
          Map.entry("agreementId", "makeAgreement"),
          Map.entry("registrationId", "register"),
          Map.entry("deviceId", "registerDevice"),
          Map.entry("mutationId", "acceptQuarantined"),
          Map.entry("pauseId", "pauseCourse"),
          Map.entry("substitutionId", "createSubstitution"),
          Map.entry("contactPersonId", "addContactPerson"),
          Map.entry("unitId", "putUnit"),
          Map.entry("userId", "reassignLeaver"));

  /** Others may too, but the substitution of the examples is between visitators. */
  private static final Set<String> OF_VISITATORS = Set.of("createSubstitution", "endSubstitution");

  private final World world = new World();
  private final Map<String, UUID> played = new LinkedHashMap<>();

  public ExampleTown() {
    play("01860bfd-6000-7449-8a7a-4acac25c6ed1", world.anna.id());
    play("01860bfd-6000-7fdb-9589-bc7fd6b32664", world.asta.id());
    play("01860bfd-6000-784a-882c-e4baf28f3e01", world.vera.id());
    play("01860bfd-6000-7f62-9790-443baf10ae58", world.viggo.id());
    play("01860bfd-6000-7c13-8e21-5b7f9a0d4e66", world.sofie.id());
    play("0176cc68-f800-7e1a-9ddb-90b56c83cebf", world.nord);
    play("0176cc68-f800-7f49-9e12-8bff79f57af3", world.nordArea);
    play("0176cc68-f800-7432-b614-a0c33c4d2df8", world.nordTeam);
    play("0176cc68-f800-7bcb-baaa-b3fbc34b4172", world.supplierX);
    world.past(
        "insert into outcome_receiver (municipality_id, name, since) values (:m, 'region', now())");
  }

  private void play(String example, UUID own) {
    played.put(example, own);
  }

  /**
   * One example, sent by somebody who may.
   *
   * @param step the day, the operation, its case unless it is the plain one, and what of the path
   *     or the body is otherwise than in the example
   */
  public record Step(String day, String operation, String name, ObjectNode otherwise) {

    public static Step of(String line) {
      var brace = line.indexOf('{');
      var words = (brace < 0 ? line : line.substring(0, brace)).strip().split(" +");
      var otherwise = brace < 0 ? JSON.createObjectNode() : ExampleTown.read(line.substring(brace));
      return new Step(
          words[0], words[1], words.length > 2 ? words[2] : "typical", (ObjectNode) otherwise);
    }

    /** The example itself, none of its body changed. */
    public boolean isTheExample() {
      return otherwise.properties().stream().allMatch(one -> MADE_BY.containsKey(one.getKey()));
    }

    public String example() {
      return operation + " " + name;
    }

    @Override
    public String toString() {
      return day + " " + example();
    }
  }

  /** Whoever is to be told has been told. */
  public Answer send(Step step) {
    world.on(step.day).told();
    var operation = OPERATIONS.get(step.operation);
    var path = path(operation, step);
    var body = body(operation, step);
    var caller = Api.as(sender(operation));
    return switch (operation.method()) {
      case "PUT" -> put(caller, path, body);
      default -> operation.writes() ? caller.post(path, body) : caller.search(path, body);
    };
  }

  /** As a client does that has not read: the refusal tells the version to base the edit on. */
  private static Answer put(Api caller, String path, JsonNode body) {
    var answer = caller.ifMatch(0).put(path, body);
    return answer.code().equals("VERSION_STALE")
        ? caller.ifMatch(answer.json().at("/currentVersion").asInt()).put(path, body)
        : answer;
  }

  private TestUser sender(Operation operation) {
    return Stream.of(world.anna, world.vera, world.carla, world.adam, world.lone)
        .filter(user -> operation.roles().contains(user.roles().getFirst().role()))
        .filter(user -> !OF_VISITATORS.contains(operation.id()) || user == world.vera)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode body(Operation operation, Step step) {
    if (operation.requests().isEmpty()) {
      return null;
    }
    ObjectNode body = operation.requests().get(step.name).deepCopy();
    if (!step.isTheExample()) {
      body.setAll(step.otherwise);
    }
    return read(own(body.toString()));
  }

  private String path(Operation operation, Step step) {
    return Stream.of(operation.path().split("(?=/)"))
        .map(
            part ->
                part.startsWith("/{") ? "/" + id(part.substring(2, part.length() - 1), step) : part)
        .collect(Collectors.joining());
  }

  private String id(String parameter, Step step) {
    if (step.otherwise.has(parameter)) {
      return step.otherwise.get(parameter).asText();
    }
    return switch (parameter) {
      case "evaluationId" -> looked("from evaluation where kind = 'TWELVE_WEEK'");
      case "followUpId" -> looked("from follow_up where month = 3");
      case "taskId" -> looked("from task where true");
      case "messageId" -> looked("from notification where kind = 'N1'");
      case "deliveryId" -> looked("from outcome_delivery where true");
      case "gatewayReportId" -> reported();
      default ->
          own(
              OPERATIONS
                  .get(MADE_BY.get(parameter))
                  .answers()
                  .getFirst()
                  .body()
                  .get("id")
                  .asText());
    };
  }

  /** The reports of the days that have ended are made. */
  private String reported() {
    TestServer.running().context().getBean(DailyReports.class).make(world.municipality);
    return looked("from gateway_report where true");
  }

  /** Made by the server, so no example can know its id. */
  private String looked(String where) {
    return world.value("select id " + where + " and municipality_id = :m");
  }

  private String own(String text) {
    var own = text;
    for (var one : played.entrySet()) {
      own = own.replace(one.getKey(), one.getValue().toString());
    }
    return own;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(json, impossible);
    }
  }
}
