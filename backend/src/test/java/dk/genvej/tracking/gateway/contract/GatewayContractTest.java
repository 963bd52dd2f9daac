package dk.genvej.tracking.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CodeRegistry;
import dk.genvej.tracking.fhir.DeliveryReport;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.ReportLines;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.fhir.Samples;
import dk.genvej.tracking.gateway.Classification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayContractTest {

  private static final KnownCodes CODES = new Classification(new CodeRegistry()).known(Map.of());

  /** Told by what came before or after the report, not by the report. */
  private static final Set<FindingCode> NOT_IN_A_REPORT =
      Set.of(
          FindingCode.REPORT_ID_USED,
          FindingCode.NOT_MADE,
          FindingCode.GATEWAY_REFUSED,
          FindingCode.GATEWAY_UNEXPLAINED,
          FindingCode.EARLIER_REFUSED,
          FindingCode.EARLIER_SKIPPED);

  @ParameterizedTest
  @EnumSource(Guide.class)
  void aReportByOurWritersIsInOrder(Guide guide) {
    assertThat(judge(Samples.report(guide), guide)).isEmpty();
  }

  static List<BrokenReport> broken() {
    return BrokenReport.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void eachRuleThatIsBrokenIsFoundByItsNameAndNoOther(BrokenReport broken) {
    var report = ReportLines.read(broken.json(), DeliveryReport.class);

    var found = judge(report, broken.guide());

    assertThat(found).extracting(Finding::code).contains(broken.code());
    assertThat(found).extracting(Finding::code).containsOnly(broken.code());
    assertThat(Finding.noneStops(found)).isFalse();
  }

  @Test
  void everyRuleOfTheGuidesProseHasAReportThatBreaksIt() {
    var told = broken().stream().map(BrokenReport::prose).collect(Collectors.toSet());

    // Rule 8, no id twice, is told by what was sent before: see below.
    assertThat(told).containsAll(IntStream.rangeClosed(1, 9).filter(i -> i != 8).boxed().toList());
  }

  @Test
  void everyFindingThatStopsAReportHasOne() {
    var told = broken().stream().map(BrokenReport::code).collect(Collectors.toSet());

    assertThat(Arrays.stream(FindingCode.values()).filter(code -> code.severity().stops()))
        .filteredOn(code -> !NOT_IN_A_REPORT.contains(code))
        .allMatch(told::contains);
  }

  @Test
  void anIdThatWasUsedIsNeverUsedAgain() {
    var report = Samples.report(Guide.V1_2);

    assertThat(
            GatewayContract.judge(
                new Scrutiny(report, Guide.V1_2, Samples.DAY, changed(report), CODES, true)))
        .containsExactly(Finding.of(FindingCode.REPORT_ID_USED));
  }

  @Test
  void theDeadAreHeldInTheTransitionTooThoughTheGatewayOnlyWarns() {
    var dead = ReportLines.tree(Samples.report(Guide.V1_2));
    ((com.fasterxml.jackson.databind.node.ObjectNode) dead.at("/entry/0/resource"))
        .put("deceasedBoolean", true);

    var found = judge(ReportLines.read(dead.toString(), DeliveryReport.class), Guide.V1_2);

    assertThat(found).containsExactly(Finding.of(FindingCode.CITIZEN_DEAD));
    assertThat(Finding.noneStops(found)).isFalse();
  }

  @Test
  void olderKeysAreGoodUntilTheTransitionHasEnded() {
    var old =
        ReportLines.json(Samples.report(Guide.V1_2))
            .replace(Samples.LEVEL_2, "B3")
            .replace(Samples.ENDED, "E3");

    assertThat(judge(ReportLines.read(old, DeliveryReport.class), Guide.V1_2)).isEmpty();
  }

  @Test
  void whatOnlyComesAlongMayHaveChangedOnAnEarlierDay() {
    var earlier =
        Stream.of(Samples.citizen(), Samples.condition())
            .map(one -> one.updated("2026-02-02T10:00:00+01:00"))
            .map(Resource.class::cast);
    var now = Samples.goal().updated(Samples.UPDATED);
    var report = Samples.report(Stream.concat(earlier, Stream.of(now)).toList());

    assertThat(
            GatewayContract.judge(
                new Scrutiny(report, Guide.V1_2, Samples.DAY, Set.of(now.address()), CODES, false)))
        .isEmpty();
  }

  @Test
  void theSentenceNamesWhatIsToBeMendedAsStaffKnowIt() {
    var broken = broken().stream().filter(one -> one.code() == FindingCode.LEVEL_MISSING);
    var found =
        broken
            .map(one -> ReportLines.read(one.json(), DeliveryReport.class))
            .flatMap(report -> judge(report, Guide.V1_2).stream())
            .toList();

    assertThat(found)
        .extracting(finding -> finding.sentence().da())
        .containsExactly("Funktionsniveau mangler for Personlig pleje.");
    assertThat(found)
        .extracting(finding -> finding.sentence().en())
        .containsExactly("Functional level is missing for Personal care.");
  }

  @Test
  void everySentenceIsWholeInBothLanguages() {
    assertThat(FindingCode.values())
        .allSatisfy(
            code -> {
              var sentence = Finding.of(code).sentence();
              assertThat(sentence.da()).endsWith(".").doesNotContain("{");
              assertThat(sentence.en()).endsWith(".").doesNotContain("{");
            });
  }

  private static List<Finding> judge(DeliveryReport report, Guide guide) {
    return GatewayContract.judge(
        new Scrutiny(report, guide, Samples.DAY, changed(report), CODES, false));
  }

  private static Set<String> changed(DeliveryReport report) {
    return report.entry().stream().map(one -> one.resource().address()).collect(Collectors.toSet());
  }
}
