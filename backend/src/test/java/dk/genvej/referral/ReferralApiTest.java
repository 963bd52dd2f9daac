package dk.genvej.referral;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralApiTest {

  private static final String WHY = "Gik selv før indlæggelsen og vil gerne i bad uden hjælp igen.";

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Story inger = new Story(world, aCitizen(world).named("Inger Opdigtet"));
  private final String path = "/referrals/" + inger.referralId;

  /** R26, R33. */
  @Test
  void aContactIsKeptWithItsSourceAndDischarge() {
    var id = Ids.next();
    var draft = contact(id, "2025-01-09");
    draft.put(
        "discharge",
        Map.of("hospital", "Havrum", "dischargedOn", "2025-01-09", "hasRehabPlan", true));

    var receipt = vera.post("/referrals", draft).created();
    var seen = vera.get("/referrals/%s", id).ok();

    assertThat(receipt.id()).isEqualTo(id);
    assertThat(seen.at("/state")).isEqualTo("OPEN");
    assertThat(seen.at("/citizen/name")).isEqualTo("Inger Opdigtet");
    assertThat(seen.at("/discharge/hospital")).isEqualTo("Havrum");
    assertThat(seen.at("/discharge/hasRehabPlan")).isEqualTo("true");
    assertThat(seen.at("/waitingDays")).isEqualTo("4");
    assertThat(seen.at("/stamp/author/name")).isEqualTo("Vera Visitator");
  }

  @Test
  void aContactIsNotFromTheFutureAndNotAboutSomebodyUnknown() {
    vera.post("/referrals", contact(Ids.next(), "2025-01-14")).refused(422, "DATE_IN_FUTURE");
    var nobody = contact(Ids.next(), "2025-01-09");
    nobody.put("citizenId", Ids.next());
    vera.post("/referrals", nobody).refused(404, "NOT_FOUND");
    assertThat(world.value("select count(*) from referral where municipality_id = :m"))
        .isEqualTo("0");
  }

  @Test
  void aRepeatedContactIsKeptOnce() {
    var mutation = vera.mutation(Ids.next());
    var draft = contact(Ids.next(), "2025-01-09");

    var first = mutation.post("/referrals", draft).created();

    assertThat(mutation.post("/referrals", draft).created().text()).isEqualTo(first.text());
    assertThat(world.value("select count(*) from referral where municipality_id = :m"))
        .isEqualTo("1");
    vera.post("/referrals", draft).refused(409, "ID_TAKEN");
  }

  /** R26, R35. */
  @ParameterizedTest
  @CsvSource({"true, SUITABLE", "false, UNSUITABLE"})
  void bothOutcomesAreKeptWithTheirReasonAndLaw(boolean suitable, String state) {
    inger.contact("2025-01-09");

    vera.post(path + "/assessment", assessment(suitable, "2025-01-13", "SEL_83A")).ok();
    var seen = vera.get(path).ok();

    assertThat(seen.at("/state")).isEqualTo(state);
    assertThat(seen.at("/assessment/suitable")).isEqualTo(Boolean.toString(suitable));
    assertThat(seen.at("/assessment/individualReason")).isEqualTo(WHY);
    assertThat(seen.at("/assessment/assessedBy/name")).isEqualTo("Vera Visitator");
    assertThat(seen.at("/assessment/legalBasis")).isEqualTo("SEL_83A");
    vera.post(path + "/assessment", assessment(suitable, "2025-01-13", "SEL_83A"))
        .refused(409, "CANNOT_ASSESS_REFERRAL_WHEN_" + state);
  }

  @Test
  void everythingWrongWithAnAssessmentIsToldAtOnce() {
    inger.contact("2025-01-09");
    var wrong = assessment(true, "2025-01-08", "AELDRELOVEN_10");
    wrong.put("individualReason", "-         -");

    var refused = vera.post(path + "/assessment", wrong).is(422);

    assertThat(refused.json().findValuesAsText("code"))
        .contains(
            "ASSESSED_BEFORE_RECEIVED",
            "LEGAL_BASIS_NOT_VALID_ON_DATE",
            "INDIVIDUAL_REASON_MISSING");
    vera.post(path + "/assessment", assessment(true, "2025-01-14", "SEL_83A"))
        .refused(422, "DATE_IN_FUTURE");
    assertThat(vera.get(path).ok().at("/state")).isEqualTo("OPEN");
  }

  /** R35: by the day of the decision. */
  @Test
  void aeldrelovenIsALegalBasisFromTheFirstOfJuly2025() {
    world.on("2025-07-01");
    inger.contact("2025-06-30");

    vera.post(path + "/assessment", assessment(true, "2025-06-30", "AELDRELOVEN_10"))
        .refused(422, "LEGAL_BASIS_NOT_VALID_ON_DATE");
    vera.post(path + "/assessment", assessment(true, "2025-07-01", "AELDRELOVEN_10")).ok();
  }

  @Test
  void aContactLapsesBeforeAndAfterItsAssessmentAndThenWaitsNoLonger() {
    inger.contact("2025-01-09");
    vera.post(path + "/lapse", Map.of("reason", "Ønsker det ikke alligevel")).ok();
    world.on("2025-02-13");

    var seen = vera.get(path).ok();

    assertThat(seen.at("/state")).isEqualTo("LAPSED");
    assertThat(seen.at("/lapsedReason")).isEqualTo("Ønsker det ikke alligevel");
    assertThat(seen.at("/waitingDays")).isEqualTo("4");
    vera.post(path + "/lapse", Map.of("reason", "Igen"))
        .refused(409, "CANNOT_LAPSE_REFERRAL_WHEN_LAPSED");
    vera.post(path + "/assessment", assessment(true, "2025-01-13", "SEL_83A"))
        .refused(409, "CANNOT_ASSESS_REFERRAL_WHEN_LAPSED");
  }

  /** R53. */
  @Test
  void theWorkListHasTheLongestWaitingFirstInPages() {
    var second = open("2025-01-10", "HOME_CARE");
    var first = open("2025-01-06", "CLEANING");
    var third = open("2025-01-13", "HOME_CARE");
    inger.contact("2025-01-02");
    vera.post(path + "/lapse", Map.of("reason", "Ønsker det ikke alligevel")).ok();

    var page = vera.get("/referrals?limit=2").ok();
    var next = vera.get("/referrals?limit=2&cursor=%s", page.at("/next")).ok();

    assertThat(page.json().at("/items").findValuesAsText("waitingDays")).containsExactly("7", "3");
    assertThat(page.at("/items/0/id")).isEqualTo(first.toString());
    assertThat(page.at("/items/1/id")).isEqualTo(second.toString());
    assertThat(next.at("/items/0/id")).isEqualTo(third.toString());
    assertThat(next.at("/next")).isIn("", "null");
    assertThat(vera.get("/referrals?kind=CLEANING").ok().json().at("/items")).hasSize(1);
    assertThat(vera.get("/referrals?state=LAPSED").ok().at("/items/0/id"))
        .isEqualTo(inger.referralId.toString());
    vera.get("/referrals?cursor=bm9uc2Vuc2U").refused(400, "CURSOR_INVALID");
  }

  @Test
  void everyCitizenListedIsInTheAccessLog() {
    open("2025-01-10", "HOME_CARE");
    vera.get("/referrals").ok();

    assertThat(
            world.value(
                "select outcome || ' ' || cardinality(citizens) from access_log"
                    + " where municipality_id = :m and operation = 'listReferrals'"))
        .isEqualTo("DISCLOSED 1");
  }

  @Test
  void theTherapistAndTheCoordinatorReadWhyTheCitizenWasReferredAndOthersDoNot() {
    var made = CourseFixture.aCourse(world).make();
    var get = "/referrals/" + made.referralId();

    for (var reader : List.of(world.anna, world.asta, world.carla, world.viggo)) {
      assertThat(Api.as(reader).get(get).ok().at("/shadow/minutesPerWeek")).isEqualTo("420.0");
    }
    for (var stranger : List.of(world.bo, world.konrad)) {
      Api.as(stranger).get(get).refused(404, "NOT_FOUND");
    }
    for (var other : List.of(world.sofie, world.nils, world.xenia, world.lars, world.adam)) {
      Api.as(other).get(get).is(403);
    }
  }

  @Test
  void onlyTheAuthorityDecides() {
    inger.contact("2025-01-09");
    for (TestUser other : List.of(world.anna, world.carla, world.sofie, world.lars)) {
      Api.as(other).post(path + "/assessment", assessment(true, "2025-01-13", "SEL_83A")).is(403);
      Api.as(other).get("/referrals").is(403);
    }
    var elsewhere =
        world.user("vibeke", "Vibeke Visitator", dk.genvej.shared.Role.VISITATOR, world.syd);
    Api.as(elsewhere)
        .post(path + "/assessment", assessment(true, "2025-01-13", "SEL_83A"))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void everyVersionHasItsLogRowAndItsEvent() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13").help("90", "420");

    assertThat(
            world.value(
                "select string_agg(kind, ' ' order by received_at, id) from event"
                    + " where municipality_id = :m and record_type in ('referral', 'help')"))
        .isEqualTo(
            "ReferralOpened ReferralFoundSuitable BeforeHelpRecorded ShadowHelpRecorded"
                + " ReferralHelpRecorded");
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m"
                    + " and record_type in ('referral', 'help')"))
        .isEqualTo("5");
  }

  private UUID open(String receivedOn, String kind) {
    var id = Ids.next();
    var draft = contact(id, receivedOn);
    draft.put("kind", kind);
    return vera.post("/referrals", draft).created().id();
  }

  private Map<String, Object> contact(UUID id, String receivedOn) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", id);
    draft.put("citizenId", inger.citizenId);
    draft.put("kind", "HOME_CARE");
    draft.put("source", "HOSPITAL_MEDICAL");
    draft.put("receivedOn", receivedOn);
    return draft;
  }

  private static Map<String, Object> assessment(boolean suitable, String day, String law) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("suitable", suitable);
    draft.put("reason", "AFTER_ADMISSION");
    draft.put("individualReason", WHY);
    draft.put("assessedOn", day);
    draft.put("legalBasis", law);
    return draft;
  }
}
