package dk.genvej.testing;

import dk.genvej.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A course as it is lived, step by step through the API, each step by the role that does it on the
 * day it is done. A test says the days and figures that matter to it.
 */
public final class Story {

  /** Personlig pleje. */
  public static final String PERSONAL_CARE = "feb38b55-c2d7-4d57-99c2-93622eaa0025";

  public final World world;
  public final UUID citizenId;
  public final UUID referralId = Ids.next();
  public final UUID courseId = Ids.next();
  public final UUID conditionId;
  public final List<UUID> goals = new ArrayList<>();
  private TestUser therapist;

  public Story(World world, Citizens citizen) {
    this(world, citizen.registeredBy(world.vera));
  }

  /** A further course of somebody known. */
  public Story(World world, UUID citizenId) {
    this.world = world;
    this.therapist = world.anna;
    this.citizenId = citizenId;
    this.conditionId = Ids.named("condition of " + citizenId);
  }

  // ---- the visitator

  public Story servedBy(UUID unit, String from) {
    visitator()
        .post(
            "/citizens/" + citizenId + "/serving-units",
            Map.of("id", Ids.next(), "unitId", unit, "from", from))
        .created();
    return this;
  }

  /** The citizen has got another CPR number. */
  public Story renumbered(String cpr) {
    visitator()
        .post("/citizens/" + citizenId + "/cpr", Map.of("cpr", cpr, "reason", "Rigtigt nummer"))
        .ok();
    return this;
  }

  public Story contact(String receivedOn) {
    visitator().post("/referrals", Drafts.contact(referralId, citizenId, receivedOn)).created();
    return this;
  }

  public Story foundSuitable(String assessedOn) {
    visitator().post("/referrals/" + referralId + "/assessment", Drafts.suitable(assessedOn)).ok();
    return this;
  }

  /** Minutes a week; null is “ikke opgjort”. */
  public Story help(String before, String shadow) {
    var version = visitator().get("/referrals/%s", referralId).ok().version();
    visitator()
        .ifMatch(version)
        .put(
            "/referrals/" + referralId + "/help",
            Map.of("before", minutes(before), "shadow", minutes(shadow)))
        .ok();
    return this;
  }

  public Story referred(TestUser to) {
    therapist = to;
    visitator()
        .post(
            "/referrals/" + referralId + "/course",
            Map.of("courseId", courseId, "therapistId", to.id()))
        .created();
    return this;
  }

  /** Contact, assessment, help 90 → 420 and referral, all on one day. */
  public Story referredTo(TestUser to, String day) {
    world.on(day);
    return contact(day).foundSuitable(day).help("90", "420").referred(to);
  }

  public Answer revisited(String decidedOn, String after) {
    return visitator()
        .post(
            "/courses/" + courseId + "/revisitation",
            Map.of("id", Ids.next(), "decidedOn", decidedOn, "after", minutes(after)));
  }

  public void correctAfter(String after) {
    visitator()
        .post(
            "/courses/" + courseId + "/revisitation-correction",
            Map.of("after", minutes(after), "reason", "Regnet forkert"))
        .ok();
  }

  // ---- the therapist

  /** Citizen's words, a condition in focus and one agreed goal. */
  public Story planned() {
    therapist().post("/courses/" + courseId + "/plan", null).ok();
    var plan =
        Map.of(
            "citizensWords",
            "Jeg vil kunne gå i bad selv.",
            "interventionType",
            "HVERDAGSREHABILITERING");
    therapist().ifMatch(1).put("/courses/" + courseId + "/plan", plan).ok();
    condition(3, 1);
    return goal("Jeg vil kunne gå i bad selv");
  }

  public Story condition(int level, int expected) {
    var known =
        world.value(
            "select coalesce(max(version), 0) from condition where id = '" + conditionId + "'");
    therapist()
        .ifMatch(Integer.parseInt(known))
        .put(
            "/courses/" + courseId + "/conditions/" + conditionId,
            Drafts.finding(level, expected, world.today()))
        .ok();
    return this;
  }

  public Story goal(String words) {
    var goal = Drafts.goal(words, conditionId, world.today());
    goals.add(therapist().post("/courses/" + courseId + "/goals", goal).created().id());
    return this;
  }

  public Answer activate(String startedOn) {
    return therapist().post("/courses/" + courseId + "/activation", Map.of("startedOn", startedOn));
  }

  public Story started(String day) {
    world.on(day);
    activate(day).ok();
    return this;
  }

  /** One value per goal, in their order, on PSFS. */
  public UUID scores(String phase, String... values) {
    return score("PSFS", "1", phase, "CITIZEN_WITH_STAFF", Map.of("TOTAL", List.of(values)));
  }

  /** Values per scale, one per goal. */
  public UUID score(
      String instrument,
      String version,
      String phase,
      String scorer,
      Map<String, List<String>> valuesByScale) {
    return therapist()
        .post(
            "/courses/" + courseId + "/scores",
            Map.of(
                "id", Ids.next(),
                "instrument", instrument,
                "instrumentVersion", version,
                "phase", phase,
                "scorer", scorer,
                "scoredOn", world.today(),
                "items", Drafts.scoreItems(goals, valuesByScale)))
        .created()
        .id();
  }

  public UUID visitHeld(String heldAt, int minutes) {
    return therapist()
        .post(
            "/courses/" + courseId + "/visits/held",
            Map.of("id", Ids.next(), "heldAt", heldAt, "minutes", minutes, "contactType", "HOME"))
        .created()
        .id();
  }

  public UUID visitPlanned() {
    return therapist()
        .post("/courses/" + courseId + "/visits", Drafts.plannedVisit(world.today().plusDays(1)))
        .created()
        .id();
  }

  public UUID note() {
    return therapist()
        .post("/courses/" + courseId + "/notes", Drafts.note(world.today()))
        .created()
        .id();
  }

  public UUID agreement() {
    return therapist()
        .post(
            "/courses/" + courseId + "/agreements", Drafts.agreement(world.nordTeam, world.today()))
        .created()
        .id();
  }

  public UUID paused(String from, String until) {
    var pause = Drafts.pause(from, until);
    return therapist().post("/courses/" + courseId + "/pauses", pause).created().id();
  }

  public String twelveWeekEvaluation() {
    var page = therapist().get("/courses/%s/evaluations", courseId).ok().json();
    for (var one : page.get("items")) {
      if (one.get("kind").asText().equals("TWELVE_WEEK")) {
        return one.get("id").asText();
      }
    }
    throw new AssertionError("no twelve-week evaluation: " + page);
  }

  /** Every goal gets the status; the condition gets the level. */
  public Answer evaluate(String day, String goalStatus, int level) {
    return therapist()
        .post(
            "/evaluations/" + twelveWeekEvaluation() + "/submission",
            Drafts.evaluation(day, conditionId, level, goals, goalStatus));
  }

  public Story evaluated(String day) {
    world.on(day);
    evaluate(day, "ACHIEVED", 1).ok();
    return this;
  }

  public Answer stop(TestUser by, String day, String reason) {
    return Api.as(by)
        .post("/courses/" + courseId + "/stop", Map.of("reason", reason, "stoppedOn", day));
  }

  // ---- the coordinator

  public Story reassignedTo(TestUser to) {
    Api.as(world.carla)
        .post(
            "/courses/" + courseId + "/assignment",
            Map.of("therapistId", to.id(), "tovholderId", to.id(), "reason", "Barsel"))
        .ok();
    therapist = to;
    return this;
  }

  public Answer reviewed(TestUser by) {
    return Api.as(by).post("/courses/" + courseId + "/review", Map.of("comment", "Godt forløb"));
  }

  // ---- looking

  public Answer course() {
    return Api.as(world.vera).get("/courses/%s", courseId).ok();
  }

  public Answer followUps() {
    return Api.as(world.vera).get("/courses/%s/follow-ups", courseId).ok();
  }

  public Api therapist() {
    return Api.as(therapist);
  }

  public Api visitator() {
    return Api.as(world.vera);
  }

  /** A help figure in minutes a week as one service; null is “ikke opgjort”. */
  public static Map<String, Object> minutes(String perWeek) {
    if (perWeek == null) {
      return Map.of("basis", "MINUTES", "notAssessed", true);
    }
    var services =
        perWeek.equals("0")
            ? List.of()
            : List.of(
                Map.of(
                    "service",
                    "PERSONAL_CARE",
                    "minutes",
                    new java.math.BigDecimal(perWeek),
                    "everyWeeks",
                    1));
    return Map.of("basis", "MINUTES", "notAssessed", false, "services", services);
  }
}
