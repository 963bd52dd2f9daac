package dk.genvej.demo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.ReportLines;
import dk.genvej.tracking.fhir.Samples;
import dk.genvej.tracking.gateway.contract.BrokenReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in is a judge of its own: what our checker finds, it finds without it. */
class ReportJudgeTest {

  @ParameterizedTest
  @EnumSource(Guide.class)
  void aReportByOurWritersIsTaken(Guide guide) {
    assertThat(judge(guide, tree(Samples.report(guide)))).isEmpty();
  }

  static List<BrokenReport> broken() {
    return BrokenReport.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatOurCheckerRefusesTheStandInRefusesToo(BrokenReport broken) {
    assertThat(judge(broken.guide(), parse(broken.json())))
        .extracting(Issue::severity)
        .contains("error");
  }

  @Test
  void theDeadAreOnlyWarnedOfInTheTransition() {
    var dead = tree(Samples.report(Guide.V1_2));
    ((ObjectNode) dead.at("/entry/0/resource")).put("deceasedBoolean", true);

    assertThat(judge(Guide.V1_2, dead)).extracting(Issue::severity).containsExactly("warning");
  }

  @Test
  void anElementThatNoProfileAllowsIsRefused() {
    var noted = tree(Samples.report(Guide.V1_2));
    ((ObjectNode) noted.at("/entry/1/resource")).putArray("note").addObject().put("text", "Ringer");

    assertThat(judge(Guide.V1_2, noted))
        .extracting(Issue::text)
        .containsExactly("Condition.note is not allowed");
  }

  @Test
  void aReportThatTellsOfTwoDaysIsRefusedUnlessTheEarlierOneWasTold() {
    var judge = new ReportJudge(false);
    var earlier =
        tree(Samples.report(List.of(Samples.citizen().updated("2026-03-01T10:00:00+01:00"))));
    var both =
        tree(
            Samples.report(
                List.of(
                    Samples.citizen().updated("2026-03-01T10:00:00+01:00"),
                    Samples.condition().updated(Samples.UPDATED))));

    assertThat(judge.judge(Samples.REPORT, both))
        .extracting(Issue::text)
        .containsExactly("a report covers no more than one day");
    judge.remember(earlier);
    assertThat(judge.judge(Samples.REPORT, both)).isEmpty();
  }

  private static List<Issue> judge(Guide guide, JsonNode report) {
    return new ReportJudge(guide.afterTransition()).judge(Samples.REPORT, report);
  }

  private static JsonNode tree(Object report) {
    return ReportLines.tree(report);
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
