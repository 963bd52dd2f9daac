package dk.genvej.tracking;

import static dk.genvej.tracking.OutcomeOperation.ANNULLED;
import static dk.genvej.tracking.OutcomeOperation.CORRECTION;
import static dk.genvej.tracking.OutcomeOperation.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.tracking.OutcomeSteps.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the central row (O15), with the figures of S5 and S20. */
class OutcomeRuleTest {

  private static final UUID COURSE = Ids.next();

  @Test
  void aCompletedCourseIsToldAndItsFollowUpsAfterIt() {
    var due = due(CourseState.COMPLETED, "120.0", followUp(3, "90.0"), followUp(6, "150.0"));

    assertThat(due.stream().map(OutcomeFigures::key))
        .containsExactly(
            new OutcomeKey(OutcomeEvent.COMPLETED, 0),
            new OutcomeKey(OutcomeEvent.FOLLOW_UP, 3),
            new OutcomeKey(OutcomeEvent.FOLLOW_UP, 6));
    assertThat(due.getFirst().content().visits()).isEqualTo(12);
    assertThat(due.getLast().content().visits()).as("not told twice").isNull();
    assertThat(due.getLast().content().after().minutes()).isEqualByComparingTo("120");
  }

  @Test
  void theAgeBandIsThatOfTheFirstDay() {
    var content = due(CourseState.STOPPED, null).getFirst().content();

    assertThat(content.event()).isEqualTo(OutcomeEvent.STOPPED);
    assertThat(content.ageBand()).hasToString("FROM_75_TO_79");
    assertThat(content.category()).isNull();
  }

  @Test
  void aCourseUnderWayOrEnteredInErrorHasNothingToTell() {
    for (var state :
        List.of(
            CourseState.REFERRED,
            CourseState.ACTIVE,
            CourseState.EVALUATED,
            CourseState.LAPSED,
            CourseState.ANNULLED)) {
      assertThat(due(state, null)).as(state.name()).isEmpty();
    }
  }

  @Test
  void afterCorrectedFrom120To150IsOneCorrectionThatNamesTheFirstVersion() {
    var told = told(1, due(CourseState.COMPLETED, "120.0").getFirst());
    var steps = OutcomeSteps.between(told, due(CourseState.COMPLETED, "150.0"));

    assertThat(steps).hasSize(1);
    assertThat(steps.getFirst().operation()).isEqualTo(CORRECTION);
    assertThat(steps.getFirst().supersedes()).isEqualTo(1);
    assertThat(steps.getFirst().figures().content().after().minutes()).isEqualByComparingTo("150");
  }

  @Test
  void whatIsTheSameIsNotToldAgain() {
    var told = told(1, due(CourseState.COMPLETED, "120.0").getFirst());

    assertThat(OutcomeSteps.between(told, due(CourseState.COMPLETED, "120.0"))).isEmpty();
  }

  @Test
  void aFollowUpSupersedesNothing() {
    var told = told(1, due(CourseState.COMPLETED, "120.0").getFirst());
    var due = due(CourseState.COMPLETED, "120.0", followUp(3, "90.0"));

    assertThat(OutcomeSteps.between(told, due))
        .extracting(OutcomeSteps.Step::operation, OutcomeSteps.Step::supersedes)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(NEW, null));
  }

  @Test
  void enteredInErrorAnnulsEveryRowThatStands() {
    var all = due(CourseState.COMPLETED, "120.0", followUp(3, "90.0"));
    var told =
        Map.of(
            all.getFirst().key(), new Standing(1, all.getFirst()),
            all.getLast().key(), new Standing(2, all.getLast()));

    assertThat(OutcomeSteps.between(told, due(CourseState.ANNULLED, "120.0")))
        .extracting(OutcomeSteps.Step::operation, OutcomeSteps.Step::supersedes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ANNULLED, 1),
            org.assertj.core.groups.Tuple.tuple(ANNULLED, 2));
  }

  @Test
  void canonicalJsonSortsNamesAndStripsNumbers() {
    assertThat(
            CanonicalJson.of(
                Map.of(
                    "b",
                    new BigDecimal("120.0"),
                    "a",
                    List.of(new BigDecimal("0.0"), new BigDecimal("82.50"), 100),
                    "é",
                    "x\"\\\n\u0001ø",
                    "C",
                    Map.of("z", true, "y", new BigDecimal("1E+2")))))
        .isEqualTo(
            "{\"C\":{\"y\":100,\"z\":true},\"a\":[0,82.5,100],\"b\":120,\"é\":\"x\\\"\\\\\\n"
                + "\\u0001ø\"}");
  }

  @Test
  void onlyWhatAnOutcomeIsTakenFromIsLookedAt() {
    var touched =
        Touched.by(
            List.of(
                touch("NoteAdded", "note", COURSE, false),
                touch("VisitHeld", "visit", COURSE, false),
                touch("HelpShadowCorrected", "help", null, false),
                touch("VisitHeld", "visit", Ids.next(), true)));

    assertThat(touched.courses()).containsExactly(COURSE);
    assertThat(touched.citizens()).containsExactly(COURSE);
    assertThat(touched.ended()).isEmpty();
  }

  @Test
  void aCourseThatEndsIsNotLookedUp() {
    var touched =
        Touched.by(
            List.of(
                touch("VisitHeld", "visit", COURSE, false),
                touch("CourseStopped", "course", COURSE, false)));

    assertThat(touched.courses()).isEmpty();
    assertThat(touched.ended()).containsExactly(COURSE);
  }

  private static Touch touch(String kind, String record, UUID course, boolean historic) {
    return new Touch(kind, new Cause(record, Ids.next(), 1), COURSE, course, historic);
  }

  private static Map<OutcomeKey, Standing> told(int version, OutcomeFigures figures) {
    return Map.of(figures.key(), new Standing(version, figures));
  }

  private static FollowUpFacts followUp(int month, String minutes) {
    return new FollowUpFacts(
        Ids.next(),
        COURSE,
        month,
        LocalDate.of(2025, 4, 16).plusMonths(month),
        "CONTINUES",
        new BigDecimal(minutes),
        "MINUTES");
  }

  private static final UUID DISTRICT = Ids.next();

  private static List<OutcomeFigures> due(
      CourseState state, String after, FollowUpFacts... followUps) {
    boolean completed = state == CourseState.COMPLETED;
    var facts =
        new CourseFacts(
            COURSE,
            7,
            state,
            DISTRICT,
            null,
            true,
            LocalDate.of(1945, 4, 1),
            "SEL_83A",
            "HVERDAGSREHABILITERING",
            "AFTER_ADMISSION",
            LocalDate.of(2025, 3, 3),
            LocalDate.of(2025, 5, 26),
            null,
            completed ? LocalDate.of(2025, 5, 26) : null,
            completed ? null : LocalDate.of(2025, 4, 3),
            null,
            null,
            new BigDecimal("90.0"),
            "MINUTES",
            new BigDecimal("420.0"),
            "MINUTES",
            after == null ? null : new BigDecimal(after),
            after == null ? null : "MINUTES",
            completed ? "LESS_HELP" : null,
            null,
            "ACHIEVED,PARTLY",
            12,
            new BigDecimal("540.0"),
            false,
            null,
            0);
    return new DueOutcomes(facts, List.of(), List.of(followUps)).all();
  }
}
