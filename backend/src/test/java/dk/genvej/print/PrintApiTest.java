package dk.genvej.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Golden;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plan and evaluation on paper (R57), judged as text, as tags and by PDF/UA. */
class PrintApiTest {

  private static final String HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";

  private static final World WORLD = new World();
  private static Story story;
  private static Paper plan;
  private static Paper evaluation;

  @BeforeAll
  static void inger() {
    WORLD.on("2025-01-13");
    telephone();
    story = planned(new Story(WORLD, Citizens.aCitizen(WORLD).named("Inger Opdigtet")));
    plan = planFor("plan", WORLD.anna);
    WORLD.on("2025-04-14");
    story.scores("FINAL", "8", "6");
    story.evaluate("2025-04-14", "ACHIEVED", 1).ok();
    evaluation = new Paper("evaluering", evaluationFor(WORLD.anna));
  }

  @Test
  void thePlanOnPaperIsThePlan() {
    Golden.assertMatches("print/plan.txt", told(plan));
  }

  @Test
  void theEvaluationOnPaperIsTheEvaluation() {
    Golden.assertMatches("print/evaluation.txt", told(evaluation));
  }

  /** The golden texts were written by us; what the API shows was not made for paper. */
  @Test
  void everyWordThatSomebodyWroteStandsOnPaper() {
    var course = story.course().json();
    var goals = story.therapist().get("/courses/%s/goals", story.courseId).json();
    var agreements = story.therapist().get("/courses/%s/agreements", story.courseId).json();
    var evaluated = story.therapist().get("/courses/%s/evaluations", story.courseId).json();

    assertThat(plan.text())
        .contains(texts(course.get("plan"), "citizensWords", "summary"))
        .contains(texts(goals, "citizensWords", "measure", "baseline", "target", "unit"))
        .contains(texts(agreements, "action"))
        .contains(texts(course.get("grants"), "display"))
        .contains(texts(course.get("conditions"), "display"))
        .contains(texts(course.get("tovholder"), "name"));
    assertThat(evaluation.text())
        .contains(texts(evaluated, "citizensVoice", "summary", "advice"))
        .contains(texts(goals, "citizensWords", "target"));
  }

  @Test
  void aScreenReaderIsToldWhatEachPartIs() {
    for (var paper : List.of(plan, evaluation)) {
      assertThat(paper.faults()).as("PDF/UA-1").isEmpty();
      assertThat(paper.language()).isEqualTo("da");
      assertThat(paper.tags()).contains("Document", "H1", "H2", "H3", "P", "Table", "TH", "TD");
      assertThat(paper.tags().indexOf("H1")).isLessThan(paper.tags().indexOf("H2"));
    }
    assertThat(plan.tags()).contains("L", "LI");
    assertThat(plan.title()).isEqualTo("Plan for Inger Opdigtet");
    assertThat(evaluation.title()).isEqualTo("Evaluering for Inger Opdigtet");
  }

  @Test
  void everyLetterIsLargeAndBringsItsFontAlong() {
    for (var paper : List.of(plan, evaluation)) {
      assertThat(paper.smallestType()).isGreaterThanOrEqualTo(14f);
      assertThat(paper.fonts()).containsExactly("OpenSans-Regular", "OpenSans-SemiBold");
    }
    assertThat(FontMappers.instance()).as("the machine's fonts").isInstanceOf(OwnFont.class);
  }

  @Test
  void aPrintIsToldInTheAccessLogAsAPrint() {
    assertThat(
            WORLD.value(
                "select string_agg(distinct operation || ' ' || outcome || ' ' || citizens[1], ','"
                    + " order by operation || ' ' || outcome || ' ' || citizens[1]) from access_log"
                    + " where municipality_id = :m and operation like 'print%' and"
                    + " outcome = 'DISCLOSED' and resource_id in ('"
                    + story.courseId
                    + "', '"
                    + story.twelveWeekEvaluation()
                    + "')"))
        .isEqualTo(
            "printEvaluation DISCLOSED %s,printPlan DISCLOSED %s"
                .formatted(story.citizenId, story.citizenId));
  }

  @Test
  void aProtectedAddressIsPrintedOnlyForThoseWhoComeToTheDoor() {
    WORLD.on("2025-01-13");
    var hidden =
        Citizens.aCitizen(WORLD)
            .with("address", Map.of("street", "Hemmevej 7", "postCode", "4200", "city", "Slagelse"))
            .with("addressProtection", Map.of("from", "2025-01-01"));
    var course = new Story(WORLD, hidden).referredTo(WORLD.anna, "2025-01-13").planned();

    assertThat(plan(course, WORLD.anna)).contains("Hemmevej 7", "Adressen er beskyttet.");
    assertThat(plan(course, WORLD.vera)).contains("Hemmevej 7");
    assertThat(plan(course, WORLD.carla)).doesNotContain("Hemmevej").doesNotContain("beskyttet");
  }

  @Test
  void whatSomebodyWroteIsTextAndNothingElse() {
    WORLD.on("2025-01-13");
    var nasty = "Jeg vil <b>selv</b> & med \"Łucja\" i Αθήνα <img src='file:///etc/passwd'/> 🙂";
    var course =
        new Story(WORLD, Citizens.aCitizen(WORLD).named("Åse <Ærlig> & Søn"))
            .referredTo(WORLD.anna, "2025-01-13")
            .planned()
            .goal(nasty);

    assertThat(plan(course, WORLD.anna))
        .contains("Åse <Ærlig> & Søn")
        .contains("Jeg vil <b>selv</b> & med \"Łucja\" i Αθήνα <img src='file:///etc/passwd'/>");
  }

  @Test
  void whatIsNotThereYetIsNotPrinted() {
    WORLD.on("2025-01-13");
    var fresh = new Story(WORLD, Citizens.aCitizen(WORLD)).referredTo(WORLD.anna, "2025-01-13");
    fresh.therapist().get("/courses/%s/plan/print", fresh.courseId).refused(409, "PLAN_NOT_BEGUN");
    fresh.planned().started("2025-01-13");
    fresh
        .therapist()
        .get("/evaluations/%s/print", fresh.twelveWeekEvaluation())
        .refused(409, "EVALUATION_NOT_SUBMITTED");
  }

  @Test
  void anAnswerIsAFileThatNoCacheKeeps() {
    var answer = Api.as(WORLD.anna).get("/courses/%s/plan/print", story.courseId).ok();

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("plan.pdf");
  }

  /** Two goals, both scored, an agreement, a grant and a visit to come. */
  private static Story planned(Story told) {
    told.referredTo(WORLD.anna, "2025-01-13").planned().goal("Jeg vil gå tur til vandet med Kurt");
    var words = new LinkedHashMap<String, Object>();
    words.put("citizensWords", "Jeg vil kunne gå i bad selv.\nOg så vil jeg ned til vandet igen.");
    words.put("summary", "Vi øver badet sammen hver tirsdag og går længere for hver gang.");
    words.put("interventionType", "HVERDAGSREHABILITERING");
    told.therapist().ifMatch(2).put("/courses/" + told.courseId + "/plan", words).ok();
    told.scores("BASELINE", "3", "2");
    told.started("2025-01-20");
    told.agreement();
    told.visitPlanned();
    told.visitator()
        .ifMatch(0)
        .put("/courses/" + told.courseId + "/grants/" + Ids.next(), grant())
        .ok();
    return told;
  }

  private static Map<String, Object> grant() {
    return Map.of(
        "code",
        HYGIENE,
        "deliveryTypes",
        List.of("INDIVIDUAL"),
        "from",
        "2025-01-20",
        "state",
        "ACTIVE");
  }

  private static void telephone() {
    Api.as(WORLD.adam)
        .post(
            "/settings",
            Map.of(
                "id", Ids.next(),
                "key", "print.telephones",
                "validFrom", "2025-01-13",
                "value", "Nord 1=00 10 85 15,*=00 10 00 00",
                "source", "Visitationen"))
        .created();
  }

  private static Paper planFor(String name, TestUser reader) {
    return new Paper(name, Api.as(reader).file("/courses/%s/plan/print", story.courseId));
  }

  private static byte[] evaluationFor(TestUser reader) {
    return Api.as(reader).file("/evaluations/%s/print", story.twelveWeekEvaluation());
  }

  private static String plan(Story course, TestUser reader) {
    var pdf = Api.as(reader).file("/courses/%s/plan/print", course.courseId);
    return new Paper("plan-" + reader.subject(), pdf).text();
  }

  private static List<String> told(Paper paper) {
    return paper.lines().stream()
        .map(line -> line.replace("Testby " + WORLD.municipality, "Testby"))
        .toList();
  }

  /** As they are found on paper: wherever they stand, lines as spaces. */
  private static List<String> texts(JsonNode json, String... properties) {
    var written =
        List.of(properties).stream()
            .flatMap(property -> json.findValuesAsText(property).stream())
            .map(text -> text.replace('\n', ' '))
            .toList();
    assertThat(written).as(List.of(properties).toString()).isNotEmpty();
    return written;
  }
}
