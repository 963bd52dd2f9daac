package dk.genvej.tracking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.gateway.Fault;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.ReportLines;
import dk.genvej.tracking.fhir.Samples;
import dk.genvej.tracking.gateway.Answer.Delivered;
import dk.genvej.tracking.gateway.Answer.Later;
import dk.genvej.tracking.gateway.Answer.Refused;
import dk.genvej.tracking.gateway.Answer.Unexplained;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The client over real HTTP, with real signatures, against a gateway that answers well or badly.
 */
class HttpGatewayTest {

  private static final int MUNICIPALITY = 801;
  private static final UUID REPORT = UUID.fromString(Samples.REPORT);

  @TempDir private Path folder;
  private GatewayClient client;

  @BeforeEach
  void start() {
    client = new GatewayClient(folder, Samples.SOR, MUNICIPALITY, false);
  }

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void aReportIsTakenOnceAndReadAsDeliveredWhenItIsSentAgain() {
    assertThat(put(report())).isEqualTo(new Delivered(false));
    assertThat(put(report())).isEqualTo(new Delivered(true));
    assertThat(client.gateway.received()).extracting(one -> one.status()).containsExactly(201, 409);
  }

  @Test
  void anAnswerThatWasLostIsMadeUpForByTheSameReportAgain() {
    client.gateway.next(Fault.TAKEN_AND_LOST);

    assertThat(put(report())).isInstanceOf(Later.class);
    assertThat(put(report())).isEqualTo(new Delivered(true));
  }

  @Test
  void whatTheGuideRefusesIsRefusedWithItsReason() {
    var wrong = report().replace(Samples.LEVEL_2, "0195577a-0000-7000-8000-000000000099");

    assertThat(put(wrong)).isEqualTo(new Refused(List.of("invariant · unknown code of a level")));
  }

  @Test
  void aReasonThatHoldsANumberIsKeptWithoutIt() {
    client.gateway.next(Fault.REFUSING);

    assertThat(put(report())).isEqualTo(new Refused(List.of("invariant · refused for **********")));
  }

  @Test
  void aTokenThatWasWithdrawnIsExchangedForAnotherAtOnce() {
    put(report());
    client.gateway.next(Fault.UNAUTHORIZED);

    assertThat(put(report())).isEqualTo(new Delivered(true));
  }

  @Test
  void aGatewayThatTakesNoTokenAtAllIsAskedLater() {
    client.gateway.next(Fault.UNAUTHORIZED, Fault.UNAUTHORIZED);

    assertThat(put(report())).isEqualTo(new Later("status 401", Optional.empty()));
  }

  @Test
  void whoIsBusyIsLeftAloneForAsLongAsItAsks() {
    client.gateway.next(Fault.BUSY);

    assertThat(put(report()))
        .isEqualTo(new Later("status 429", Optional.of(Duration.ofSeconds(120))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"BROKEN", "SLOW", "FAILING"})
  void whateverElseGoesWrongTheReportIsKeptForLater(Fault fault) {
    client.gateway.next(fault);

    assertThat(put(report())).isInstanceOf(Later.class);
    assertThat(put(report())).isEqualTo(new Delivered(false));
  }

  @Test
  void aRefusalWithoutAWordIsToldApart() {
    client.gateway.next(Fault.UNEXPLAINED);

    assertThat(put(report())).isEqualTo(new Unexplained(400));
  }

  @Test
  void withoutAGoodAssertionOfTheMunicipalityNothingIsSent() {
    client.mayNoLongerReportFor(MUNICIPALITY, Samples.SOR);
    assertThat(put(report())).isEqualTo(new Later("token exchange answered 400", Optional.empty()));
    assertThat(client.port.put(802, REPORT, report())).isInstanceOf(Later.class);
    assertThat(client.gateway.received()).isEmpty();
  }

  @Test
  void theTokenOfOneMunicipalityIsNotGoodForAnother() {
    client.mayReportFor(802, "999999999999999");

    assertThat(client.port.put(802, REPORT, report()))
        .isEqualTo(new Later("status 403", Optional.empty()));
  }

  @Test
  void aGatewayThatIsNotThereIsAskedLater() {
    client.gateway.close();

    assertThat(put(report())).isInstanceOf(Later.class);
  }

  private Answer put(String report) {
    return client.port.put(MUNICIPALITY, REPORT, report);
  }

  private static String report() {
    return ReportLines.json(Samples.report(Guide.V1_2));
  }
}
