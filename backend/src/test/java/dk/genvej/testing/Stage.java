package dk.genvej.testing;

import static dk.genvej.testing.Citizens.aCitizen;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A citizen of Nord with one of everything, and some who no longer have to do with her. */
public final class Stage {

  /** Part of the citizen's name: it may stand in no answer to those who may not see her. */
  public static final String CANARY = "Kanariefugl";

  public final World world = new World();

  /** An id for each path parameter of the contract. */
  public final Map<String, String> ids = new LinkedHashMap<>();

  /** Had the course while he worked in Nord; it went to Anna, and he to Syd. */
  public final TestUser formerTherapist =
      world.user("asger", "Asger Terapeut", Role.THERAPIST, world.sydArea);

  public Stage() {
    this("Inger " + CANARY);
  }

  /** With a citizen of another name. */
  public Stage(String name) {
    put("receiverId", receiver());
    world.on("2024-09-02");
    var earlier = new Story(world, aCitizen(world).named(name));
    earlier.servedBy(world.supplierX, "2024-01-01").servedBy(world.nordTeam, "2025-01-10");
    completed(earlier);
    var course = new Story(world, earlier.citizenId);
    course.referredTo(world.asger, "2025-01-13").reassignedTo(world.anna);
    world.on("2025-01-14");
    course.planned().started("2025-01-20");
    everything(course);
    put("citizenId", course.citizenId);
    put("followUpId", followUp(earlier));
    put("taskId", task());
    put("unitId", world.nordTeam);
    put("userId", world.anna.id());
    put("substitutionId", substitution());
    put("registrationId", registration());
    put("deviceId", device(course.citizenId));
    put("mutationId", keptMutation(course));
    put("messageId", message(course));
    put("contactPersonId", contactPerson(course.citizenId));
    put("deliveryId", delivery());
    put("gatewayReportId", gatewayReport(course));
  }

  private UUID receiver() {
    world.past(
        "insert into outcome_receiver (municipality_id, name, since) values (:m, 'region', now())");
    return UUID.fromString(
        world.value("select id from outcome_receiver where municipality_id = :m"));
  }

  private UUID delivery() {
    return UUID.fromString(
        world.value("select id from outcome_delivery where municipality_id = :m limit 1"));
  }

  private UUID gatewayReport(Story course) {
    var id = Ids.next();
    sql(
        "gateway_report (municipality_id, id, citizen_id, holder, day, guide, state, reason,"
            + " courses, cpr_sealed, next_attempt_at, made_at) values (%d, '%s', '%s', 1,"
            + " '2025-02-19', 'V1_2', 'REFUSED', 'GATEWAY_REFUSED', array['%s'::uuid], '\\x00',"
            + " now(), now())",
        world.municipality, id, course.citizenId, course.courseId);
    return id;
  }

  private void completed(Story earlier) {
    earlier.referredTo(world.anna, "2024-09-02").planned().started("2024-09-02");
    earlier.evaluated("2024-11-25");
    world.on("2024-11-26");
    earlier.revisited("2024-11-26", "120").created();
    world.on("2025-01-10");
    Api.as(world.vera)
        .post(
            "/follow-ups/" + followUp(earlier) + "/record",
            Map.of("heldOn", "2025-01-10", "help", Story.minutes("300"), "result", "REVISITATION"))
        .ok();
  }

  private void everything(Story course) {
    put("referralId", course.referralId);
    put("courseId", course.courseId);
    put("conditionId", course.conditionId);
    put("goalId", course.goals.getFirst());
    put("grantId", grant(course));
    put("noteId", course.note());
    put("scoresId", course.scores("BASELINE", "3"));
    put("visitId", course.visitPlanned());
    put("agreementId", course.agreement());
    Api.as(world.carla)
        .ifMatch(0)
        .put("/courses/" + course.courseId + "/cohort", Map.of("member", true))
        .ok();
    world.on("2025-02-20");
    put("pauseId", course.paused("2025-02-01", "2025-02-05"));
    ids.put("evaluationId", course.twelveWeekEvaluation());
  }

  private void put(String parameter, UUID id) {
    ids.put(parameter, id.toString());
  }

  private UUID grant(Story course) {
    var id = Ids.next();
    Api.as(world.vera)
        .ifMatch(0)
        .put(
            "/courses/" + course.courseId + "/grants/" + id,
            Map.of(
                "code", "2912752c-2e9e-4702-8787-b45f73ff5b05",
                "deliveryTypes", List.of("INDIVIDUAL"),
                "from", "2025-01-20",
                "state", "ACTIVE"))
        .ok();
    return id;
  }

  private static UUID followUp(Story earlier) {
    return UUID.fromString(earlier.followUps().at("/items/0/id"));
  }

  private UUID task() {
    return UUID.fromString(Api.as(world.vera).get("/tasks").ok().at("/items/0/id"));
  }

  private UUID substitution() {
    return world.substituted(
        world.vera, world.vera, world.viggo, Role.VISITATOR, "2026-02-10", "2026-02-21");
  }

  private UUID registration() {
    return Api.as(world.anna)
        .post(
            "/agreements/" + ids.get("agreementId") + "/registrations",
            Map.of("id", Ids.next(), "outcome", "DONE", "happenedAt", "2025-02-20T08:00:00+01:00"))
        .created()
        .id();
  }

  /** To Anna, of the course. */
  private UUID message(Story course) {
    var id = Ids.next();
    sql(
        "notification (municipality_id, id, recipient_id, kind, cause_id, due_on, citizen_id,"
            + " course_id, send_at, sent_at) values (%d, '%s', '%s', 'N10', '%s', '2025-02-20',"
            + " '%s', '%s', now(), now())",
        world.municipality, id, world.anna.id(), Ids.next(), course.citizenId, course.courseId);
    return id;
  }

  private UUID contactPerson(UUID citizenId) {
    return Api.as(world.vera)
        .post(
            "/citizens/" + citizenId + "/contact-persons",
            Map.of("id", Ids.next(), "userId", world.sofie.id()))
        .created()
        .id();
  }

  /** Anna's, with the citizen on it. */
  private UUID device(UUID citizenId) {
    var id = Ids.next();
    Api.as(world.anna)
        .post("/devices", Map.of("id", id, "name", "Tavle 7", "clientVersion", "1.0.0"))
        .created();
    sql(
        "device_holding (municipality_id, device_id, user_id, citizen_id, since)"
            + " values (%d, '%s', '%s', '%s', now())",
        world.municipality, id, world.anna.id(), citizenId);
    return id;
  }

  /** Written by the former therapist, handed over to Anna. */
  private UUID keptMutation(Story course) {
    var id = Ids.next();
    sql(
        "kept_mutation (municipality_id, id, user_id, device_id, operation, path, body, body_hash,"
            + " recorded_at, received_at, citizen_id, state, reason, assigned_to) values (%d, '%s',"
            + " '%s', '%s', 'addNote', '{\"courseId\": \"%s\"}', '{\"id\": \"%s\", \"text\":"
            + " \"Gik til lågen\", \"happenedAt\": \"2025-02-19T08:00:00+01:00\"}',"
            + " sha256('x'), now(), now(), '%s', 'WAITING', 'ACCESS_ENDED', '%s')",
        world.municipality,
        id,
        world.asger.id(),
        ids.get("deviceId"),
        course.courseId,
        Ids.next(),
        course.citizenId,
        world.anna.id());
    return id;
  }

  private void sql(String insert, Object... values) {
    try (var connection = world.superuser()) {
      World.execute(connection, "insert into " + insert.formatted(values));
    } catch (SQLException failed) {
      throw new AssertionError(insert, failed);
    }
  }
}
