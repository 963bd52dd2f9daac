package dk.genvej.tracking.gateway;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.gateway.Fault;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator sees of reports and decides about them, against the stand-in gateway. */
class GatewayDeskTest {

  private static final String REASON = "Aftalt med KL";

  @TempDir private Path folder;
  private GatewayTown town;
  private Desk desk;
  private Story course;

  @BeforeEach
  void aReportThatWaits() {
    town = new GatewayTown(folder);
    desk = new Desk(town.world);
    var inger = aCitizen(town.world).named("Inger Kanariefugl");
    course = town.aCourse(inger, "2025-01-13", "2025-01-20");
    town.reportingFrom("2025-01-20").made("2025-01-20");
  }

  @AfterEach
  void stop() {
    town.close();
  }

  @Test
  void theQueueTellsWhatWaitsHowLateItIsAndWhetherSendingRests() {
    assertThat(desk.queue()).isEqualTo("guide V1_2, waiting 1, delay NONE, oldest 2025-01-20");
    town.client.gateway.next(Fault.BUSY);
    town.deliver();
    assertThat(desk.queue())
        .isEqualTo("guide V1_2, sent 1, delay NONE, oldest 2025-01-20, rests 00:33:00");

    town.made("2025-01-21");
    assertThat(desk.queue()).isEqualTo("guide V1_2, sent 1, delay WARNING, oldest 2025-01-20");
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    assertThat(desk.queue()).isEqualTo("guide V1_2, refused 1, delay WARNING, oldest 2025-01-20");
    desk.retry(desk.report("REFUSED")).ok();
    town.deliver();
    assertThat(desk.queue()).isEqualTo("guide V1_2, delay NONE, accepted 00:31:00");
  }

  @Test
  void thePageTellsWhyAndNothingOfTheCitizen() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    var page = desk.page("REFUSED");

    assertThat(page.at("/items/0/day")).isEqualTo("2025-01-20");
    assertThat(page.at("/items/0/attempts")).isEqualTo("1");
    assertThat(page.at("/items/0/findings/0/code")).isEqualTo("GATEWAY_REFUSED");
    assertThat(page.at("/items/0/findings/0/text")).contains("refused for **********");
    assertThat(page.text())
        .doesNotContain("Kanariefugl", course.citizenId.toString(), course.courseId.toString());
    assertThat(desk.page("WAITING").json().at("/items")).isEmpty();
  }

  @Test
  void pagesFollowOneAnotherInTheOrderOfTheirMaking() {
    for (int i = 0; i < 2; i++) {
      var other = new Story(town.world, aCitizen(town.world));
      other.referredTo(town.world.anna, "2025-01-21").planned();
    }
    town.made("2025-01-21");
    var first = Api.as(town.world.adam).get("/gateway/reports?state=WAITING&limit=2").ok();
    var rest =
        Api.as(town.world.adam)
            .get("/gateway/reports?state=WAITING&limit=2&cursor=" + first.at("/next"))
            .ok();

    assertThat(first.json().at("/items")).hasSize(2);
    assertThat(first.at("/items/0/day")).isEqualTo("2025-01-20");
    assertThat(rest.json().at("/items")).hasSize(1);
    assertThat(rest.json().path("next").asText("")).isIn("", "null");
  }

  @Test
  void aRefusedReportIsSentAgainUnderItsOwnId() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    var refused = desk.report("REFUSED");
    desk.retry(refused).ok();
    town.deliver();

    assertThat(town.reports()).isEqualTo("2025-01-20 ACCEPTED");
    assertThat(town.client.gateway.received())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(refused.toString());
              assertThat(one.status()).isEqualTo(201);
            });
    assertThat(desk.audited(refused)).isEqualTo("retryGatewayReport");
    desk.retry(refused).refused(409, "GATEWAY_REPORT_NOT_REFUSED");
    town.nightAfter("2025-01-22");
    assertThat(town.reports()).as("nothing is left to tell").isEqualTo("2025-01-20 ACCEPTED");
  }

  @Test
  void aReportThatIsHeldBehindOneThatIsSentAgainIsMadeAnewFromWhatTheGatewayHas() {
    town.changed(course, "2025-01-21", 2);
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    desk.retry(desk.report("REFUSED")).ok();
    town.nightAfter("2025-01-22");

    assertThat(town.reports())
        .isEqualTo(
            "2025-01-20 ACCEPTED, 2025-01-21 CORRECTED EARLIER_REFUSED, 2025-01-22 ACCEPTED");
    assertThat(town.taken().getLast()).contains("Condition").doesNotContain("CarePlan");
  }

  @Test
  void aReportWhosePlaceALaterOneHasTakenIsNotSentAgain() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    town.changed(course, "2025-01-21", 2);

    desk.retry(desk.report("REFUSED")).refused(409, "GATEWAY_REPORT_REPLACED");
  }

  @Test
  void aSkippedReportIsNotMadeAgainUntilSomethingChangesAndThenAllOfItIsTold() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    var refused = desk.report("REFUSED");
    desk.skip(refused, REASON).ok();
    for (var evening : new String[] {"2025-01-21", "2025-01-27", "2025-02-10"}) {
      town.nightAfter(evening);
    }
    desk.wake();
    assertThat(made()).isZero();
    assertThat(town.reports()).isEqualTo("2025-01-20 SKIPPED GATEWAY_REFUSED");
    assertThat(town.client.gateway.received()).isEmpty();
    assertThat(desk.queue()).isEqualTo("guide V1_2, delay NONE");
    assertThat(desk.page("SKIPPED").at("/items/0/skipReason")).isEqualTo(REASON);
    assertThat(desk.audited(refused)).isEqualTo("skipGatewayReport " + REASON);
    assertThat(town.standing(course, "/reports/0/state")).isEqualTo("SKIPPED");

    town.changed(course, "2025-02-11", 2);
    town.deliver();
    assertThat(town.reports()).isEqualTo("2025-01-20 SKIPPED GATEWAY_REFUSED, 2025-02-11 ACCEPTED");
    // The stand-in refuses a report that refers to what it has not got.
    assertThat(town.taken())
        .singleElement()
        .asString()
        .contains("Patient", "Condition", "Goal", "CarePlan", "Encounter");
  }

  @Test
  void whatWaitsBehindASkippedReportIsHeldAndMadeAnewToTellAllOfIt() {
    town.changed(course, "2025-01-21", 2);
    var first = desk.report("WAITING");
    desk.skip(first, REASON).ok();
    town.deliver();
    assertThat(town.reports()).isEqualTo("2025-01-20 SKIPPED, 2025-01-21 HELD EARLIER_SKIPPED");
    assertThat(desk.page("HELD").at("/items/0/findings/0/text")).contains("sprunget over");

    town.nightAfter("2025-01-22");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 SKIPPED, 2025-01-21 CORRECTED EARLIER_SKIPPED, 2025-01-22 ACCEPTED");
    assertThat(town.taken()).singleElement().asString().contains("Goal", "CarePlan");
  }

  @Test
  void whatTheGatewayMayHaveIsNotSkipped() {
    town.client.gateway.next(Fault.TAKEN_AND_LOST);
    town.deliver();
    var sent = desk.report("SENT");

    desk.skip(sent, REASON).refused(409, "GATEWAY_REPORT_SETTLED");
    desk.skip(UUID.randomUUID(), REASON).refused(404, "NOT_FOUND");
  }

  @Test
  void whoWakesTheGatewayHasWhatRestsSentAtOnceButNotWhatSomebodyHasInHand() {
    town.client.gateway.next(Fault.BUSY);
    town.deliver();
    assertThat(town.deliver()).as("it asked to be left alone").isZero();
    desk.wake();
    assertThat(desk.queue()).doesNotContain("rests");
    var inHand =
        new GatewayPort() {
          @Override
          public String base() {
            return town.client.port.base();
          }

          @Override
          public Answer put(int municipality, UUID id, String report) {
            desk.wake();
            assertThat(town.deliver()).isZero();
            return town.client.port.put(municipality, id, report);
          }
        };

    assertThat(town.deliver(inHand)).isEqualTo(1);
    assertThat(town.client.gateway.received()).hasSize(1);
  }

  @Test
  void whatWasRefusedIsMadeAnewByTheNextRunWhenTheGatewayIsWoken() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    town.world.on("2025-01-21", "10:00");
    assertThat(made()).as("nobody asked").isZero();
    desk.wake();
    assertThat(desk.queue()).contains("woken");

    assertThat(made()).isEqualTo(1);
    assertThat(desk.queue()).doesNotContain("woken");
    town.deliver();
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED GATEWAY_REFUSED, 2025-01-20 ACCEPTED");
    assertThat(town.client.gateway.received()).hasSize(1);
    assertThat(
            town.world.value(
                "select operation from change_log where municipality_id = :m and record_type ="
                    + " 'gateway_waking'"))
        .isEqualTo("wakeGateway");
    desk.wake();
    assertThat(made()).as("nothing is left").isZero();
  }

  @Test
  void whatIsHeldIsMadeAnewByTheNextRunOnceItIsMended() {
    town.nightAfter("2025-01-20");
    town.world.past("update municipality set sor_code = null where id = :m");
    town.changed(course, "2025-01-21", 2);
    assertThat(town.reports()).isEqualTo("2025-01-20 ACCEPTED, 2025-01-21 HELD SOR_CODE_MISSING");
    desk.wake();
    assertThat(made()).as("it would be refused").isZero();

    town.world.past("update municipality set sor_code = '" + GatewayTown.SOR + "' where id = :m");
    assertThat(made()).as("nobody asked since").isZero();
    desk.wake();
    assertThat(made()).isEqualTo(1);
    town.deliver();
    assertThat(town.reports())
        .isEqualTo(
            "2025-01-20 ACCEPTED, 2025-01-21 CORRECTED SOR_CODE_MISSING, 2025-01-21 ACCEPTED");
  }

  private int made() {
    return town.bean(DailyReports.class).make(town.world.municipality);
  }
}
