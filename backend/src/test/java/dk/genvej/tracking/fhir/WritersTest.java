package dk.genvej.tracking.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WritersTest {

  @ParameterizedTest
  @EnumSource(Guide.class)
  void aReportWithOneOfEachProfileIsWrittenElementByElement(Guide guide) {
    var everything = Samples.report(guide);
    var half = everything.entry().size() / 2;

    // Two halves, so that each can be read in one go.
    Golden.assertMatches(
        "gateway/writers-1-" + guide + ".txt", lines(everything.entry().subList(0, half)));
    Golden.assertMatches(
        "gateway/writers-2-" + guide + ".txt",
        lines(everything.entry().subList(half, everything.entry().size())));
  }

  private static List<String> lines(List<DeliveryReport.Entry> entries) {
    return ReportLines.of(
        Samples.report(entries.stream().map(DeliveryReport.Entry::resource).toList()));
  }

  @Test
  void aGrantOfTheElderlyCareActCarriesTheLocalCodeBesideTheNationalOne() {
    Golden.assertMatches(
        "gateway/writers-elderly-care-act.txt",
        ReportLines.of(Samples.report(List.of(Samples.planOfTheElderlyCareAct()))));
  }

  static Stream<Resource> everything() {
    return Samples.report(Guide.V1_2).entry().stream().map(DeliveryReport.Entry::resource);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsStoredIsReadBackAsItWas(Resource resource) {
    assertThat(ReportLines.read(ReportLines.json(resource), Resource.class)).isEqualTo(resource);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsTakenBackKeepsItsIdAndSaysSoOnce(Resource resource) {
    var back = resource.inError();

    assertThat(resource.isInError()).isFalse();
    assertThat(back.isInError()).isTrue();
    assertThat(back.address()).isEqualTo(resource.address());
    assertThat(back.inError()).isEqualTo(back);
    assertThat(ReportLines.read(ReportLines.json(back), Resource.class)).isEqualTo(back);
  }

  @Test
  void whatIsTakenBackIsWrittenElementByElement() {
    Golden.assertMatches(
        "gateway/writers-in-error.txt",
        ReportLines.of(
            Samples.report(
                Stream.of(
                        Samples.citizen(),
                        Samples.condition(),
                        Samples.goal(),
                        Samples.plan(),
                        Samples.followUp(),
                        Samples.result())
                    .map(Resource::inError)
                    .map(one -> one.updated(Samples.UPDATED))
                    .toList())));
  }
}
