package dk.genvej.demo;

import static dk.genvej.demo.WalkScene.help;

import dk.genvej.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From the discharge to the referral to a therapist: the visitator's part. */
final class WalkContact {

  private final WalkScene scene;
  private final UUID referralId = Ids.next();

  WalkContact(WalkScene scene) {
    this.scene = scene;
  }

  /** Answers the citizen who was registered. */
  WalkCitizen comesHome() {
    var visitator = scene.cast.visitator();
    scene.on(scene.days.discharged());
    var known =
        scene.client.search(visitator, "/citizens/search", Map.of("name", "Inger")).path("items");
    var citizen = WalkCitizen.born(scene.days.birth(), known.size());
    scene.does(
        "visitator", visitator, "registers " + citizen.name() + ", home from hospital today");
    scene.client.post(visitator, "/citizens", registration(citizen));
    scene.client.post(
        visitator,
        "/citizens/" + citizen.id() + "/serving-units",
        Map.of(
            "id", Ids.next(), "unitId", scene.cast.teamId(), "from", scene.days.discharged() + ""));
    scene.client.post(
        scene.cast.careStaff(),
        "/citizens/" + citizen.id() + "/contact-persons",
        Map.of("id", Ids.next(), "userId", scene.cast.careStaff().userId()));
    scene.client.post(visitator, "/referrals", contact(citizen));
    var open = scene.client.get(visitator, "/referrals?state=OPEN").path("items");
    scene.sees("%d contact(s) waiting to be assessed (henvendelse)", open.size());
    return citizen;
  }

  private Map<String, Object> registration(WalkCitizen citizen) {
    return Map.of(
        "id", citizen.id(),
        "cpr", citizen.cpr(),
        "name", citizen.name(),
        "birthDate", citizen.birth() + "",
        "address", Map.of("street", "Fyrvej 12", "postCode", "4299", "city", "Lilleby"),
        "careAreaId", scene.cast.careAreaId(),
        "flags",
            Map.of(
                "hearingImpaired", false,
                "visionImpaired", false,
                "exemptFromDigitalPost", true,
                "livesAlone", true,
                "reducedCapacity", false),
        "responsibleVisitatorId", scene.cast.visitator().userId());
  }

  private Map<String, Object> contact(WalkCitizen citizen) {
    var day = scene.days.discharged() + "";
    return Map.of(
        "id",
        referralId,
        "citizenId",
        citizen.id(),
        "kind",
        "HOME_CARE",
        "source",
        "HOSPITAL_MEDICAL",
        "reason",
        "AFTER_ADMISSION",
        "receivedOn",
        day,
        "discharge",
        Map.of("hospital", "Havrum Sygehus", "dischargedOn", day, "hasRehabPlan", true));
  }

  /** Answers the course that begins. */
  UUID isAssessed() {
    var visitator = scene.cast.visitator();
    var path = "/referrals/" + referralId;
    scene.on(scene.days.assessed());
    scene.does("visitator", visitator, "assesses: a course can help (egnet); writes the help down");
    int version =
        scene.client.post(visitator, path + "/assessment", assessment()).path("version").asInt();
    scene.client.put(
        visitator,
        path + "/help",
        version,
        Map.of("before", figure(60, 60), "shadow", figure(375, 90)));
    var referral = scene.client.get(visitator, path);
    scene.sees(
        "%s, waited %d days; before %s, shadow (skyggevisitering) %s",
        referral.path("state").asText(),
        referral.path("waitingDays").asInt(),
        help(referral.path("before")),
        help(referral.path("shadow")));
    return refer(path);
  }

  private UUID refer(String path) {
    var therapist = scene.cast.therapist();
    var courseId = Ids.next();
    scene.does("visitator", scene.cast.visitator(), "refers to the therapist " + therapist.name());
    scene.client.post(
        scene.cast.visitator(),
        path + "/course",
        Map.of(
            "courseId", courseId,
            "therapistId", therapist.userId(),
            "tovholderId", therapist.userId()));
    scene.does("therapist", therapist, "opens the list of courses");
    WalkCourse.tellMine(scene, courseId);
    return courseId;
  }

  private Map<String, Object> assessment() {
    return Map.of(
        "suitable",
        true,
        "reason",
        "AFTER_ADMISSION",
        "individualReason",
        "Gik selv før indlæggelsen og vil gerne i bad uden hjælp igen; kræfterne er på vej"
            + " tilbage.",
        "assessedOn",
        scene.days.assessed() + "",
        "legalBasis",
        scene.days.legalBasis());
  }

  /** Care every week and practical help every second. */
  static Map<String, Object> figure(int care, int practicalEverySecond) {
    return Map.of(
        "basis",
        "MINUTES",
        "notAssessed",
        false,
        "services",
        List.of(
            Map.of("service", "PERSONAL_CARE", "minutes", care, "everyWeeks", 1),
            Map.of("service", "PRACTICAL_HELP", "minutes", practicalEverySecond, "everyWeeks", 2)));
  }
}
