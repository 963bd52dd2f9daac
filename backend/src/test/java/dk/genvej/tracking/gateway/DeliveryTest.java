package dk.genvej.tracking.gateway;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.demo.gateway.Fault;
import dk.genvej.testing.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports on their way: lost, refused, raced for, and still each taken once and in order. */
class DeliveryTest {

  @TempDir private Path folder;
  private GatewayTown town;
  private Story course;

  @BeforeEach
  void aReportThatWaits() {
    town = new GatewayTown(folder);
    course = aCourse("2025-01-13", "2025-01-20");
    town.reportingFrom("2025-01-20").made("2025-01-20");
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private Story aCourse(String referred, String started) {
    return town.aCourse(aCitizen(town.world), referred, started);
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainAndTheReportIsTakenOnce() {
    town.client.gateway.next(Fault.TAKEN_AND_LOST);
    town.deliver();
    assertThat(town.reports()).isEqualTo("2025-01-20 SENT");

    town.deliver();
    assertThat(town.client.gateway.received()).hasSize(1);
    town.world.on("2025-01-21", "00:32");
    town.deliver();
    assertThat(town.reports()).isEqualTo("2025-01-20 ACCEPTED");
    assertThat(town.client.gateway.received())
        .extracting(one -> one.status())
        .containsExactly(201, 409);
  }

  @Test
  void whoDiesWithAReportInHandLeavesItToTheNext() {
    GatewayPort dies =
        port(
            (_, _) -> {
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(() -> town.deliver(dies)).hasMessage("killed");
    assertThat(town.deliver()).isZero();
    town.world.on("2025-01-21", "00:37");
    assertThat(town.deliver()).isEqualTo(1);
  }

  @Test
  void aRefusedReportHoldsBackTheNextAndTheFollowingNightTellsAllOfIt() {
    town.changed(course, "2025-01-21", 2);
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    assertThat(town.reports())
        .isEqualTo("2025-01-20 REFUSED GATEWAY_REFUSED, 2025-01-21 HELD EARLIER_REFUSED");
    assertThat(town.standing(course, "/reports/1/findings/0/text"))
        .isEqualTo(
            "FK Gateway har afvist indberetningen med svaret \"invariant · refused for"
                + " **********\".");

    town.nightAfter("2025-01-22");
    assertThat(town.reports())
        .isEqualTo(
            "2025-01-20 CORRECTED GATEWAY_REFUSED, 2025-01-21 CORRECTED EARLIER_REFUSED,"
                + " 2025-01-22 ACCEPTED");
    assertThat(town.taken()).singleElement().asString().contains("CarePlan").contains("Goal");
  }

  @Test
  void whatWasRefusedIsNotSentAgainUntilSomethingIsMended() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    town.nightAfter("2025-01-21");
    assertThat(town.reports()).isEqualTo("2025-01-20 REFUSED GATEWAY_REFUSED");

    town.changed(course, "2025-01-22", 2);
    town.deliver();
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED GATEWAY_REFUSED, 2025-01-22 ACCEPTED");
  }

  @Test
  void whatWasRefusedIsSentAgainUnchangedAfterAWeekAsTheGatewayMayHaveBeenMended() {
    town.client.gateway.next(Fault.REFUSING);
    town.deliver();
    town.nightAfter("2025-01-26");
    assertThat(town.reports()).isEqualTo("2025-01-20 REFUSED GATEWAY_REFUSED");

    town.nightAfter("2025-01-27");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED GATEWAY_REFUSED, 2025-01-27 ACCEPTED");
  }

  @Test
  void poisonIsParkedAfterThreeTriesAndOthersAreNotHeldUp() {
    var other = new Story(town.world, aCitizen(town.world));
    other.referredTo(town.world.anna, "2025-01-21").planned();
    town.made("2025-01-21");
    GatewayPort poisoned =
        port(
            (_, report) ->
                report.contains("CarePlan")
                    ? new Answer.Unexplained(400)
                    : new Answer.Delivered(false));

    town.deliver(poisoned);
    for (var time : List.of("00:33", "00:36")) {
      town.world.on("2025-01-22", time);
      town.deliver(poisoned);
    }
    assertThat(town.reports())
        .isEqualTo("2025-01-20 REFUSED GATEWAY_UNEXPLAINED, 2025-01-21 ACCEPTED");
  }

  @Test
  void whoAsksToBeLeftAloneIsLeftAlone() {
    var asked = new CopyOnWriteArrayList<UUID>();
    GatewayPort busy =
        port(
            (id, _) -> {
              asked.add(id);
              return new Answer.Later("status 429", Optional.of(java.time.Duration.ofMinutes(2)));
            });

    town.deliver(busy);
    town.world.on("2025-01-21", "00:32");
    town.deliver(busy);
    assertThat(asked).hasSize(1);
    town.world.on("2025-01-21", "00:33");
    town.deliver(busy);
    assertThat(asked).hasSize(2).containsOnly(asked.getFirst());
  }

  @Test
  void manyWorkersSendEachReportOnceAndThoseOfACitizenInOrder() {
    IntStream.range(0, 4).forEach(_ -> aCourse("2025-01-21", "2025-01-21"));
    town.changed(course, "2025-01-21", 2);
    town.changed(course, "2025-01-22", 1);
    var sent = new CopyOnWriteArrayList<UUID>();
    GatewayPort slow =
        port(
            (id, _) -> {
              sent.add(id);
              pause();
              return new Answer.Delivered(false);
            });

    IntStream.range(0, 6).parallel().forEach(_ -> town.deliver(slow));
    town.deliver(slow);
    assertThat(sent).hasSize(7).doesNotHaveDuplicates();
    assertThat(
            town.world.value(
                "select string_agg(id::text, ',' order by number) from gateway_report where"
                    + " citizen_id = '"
                    + course.citizenId
                    + "'"))
        .isEqualTo(
            String.join(
                ",", sent.stream().map(UUID::toString).filter(this::isOfTheCourse).toList()));
  }

  private boolean isOfTheCourse(String report) {
    return town.world
        .value("select citizen_id from gateway_report where id = '" + report + "'")
        .equals(course.citizenId.toString());
  }

  @Test
  void aDeathThatBecomesKnownStopsWhatIsNotSentYet() {
    town.unseen("update citizen set died_on = '2025-01-20' where id = '" + course.citizenId + "'");
    town.deliver();

    assertThat(town.reports()).isEqualTo("2025-01-20 HELD CITIZEN_DEAD");
    assertThat(town.client.gateway.received()).isEmpty();
  }

  @Test
  void whatLeavesTheHouseStandsInTheAccessLog() {
    town.deliver();

    assertThat(
            town.world.value(
                "select count(*) from access_log where municipality_id = :m and operation ="
                    + " 'sendGatewayReport' and outcome = 'DISCLOSED' and '"
                    + course.citizenId
                    + "' = any(citizens)"))
        .isEqualTo("1");
  }

  @Test
  void lagIsWarnedOfAfterADayAndAlarmedAfterAsManyAsWereChosen() {
    town.choosing("gateway.lag-alarm-days", "2", "2025-01-01");
    assertThat(town.lag().grade()).isEqualTo(LagGrade.IN_TIME);
    town.world.on("2025-01-22", "00:00");
    assertThat(town.lag().grade()).isEqualTo(LagGrade.LATE);
    town.world.on("2025-01-23", "00:00");
    assertThat(town.lag())
        .isEqualTo(new LagWatch.Lag(LagGrade.ALARM, java.time.LocalDate.of(2025, 1, 20), 1, 0, 0));

    town.nightAfter("2025-01-23");
    assertThat(town.lag().grade()).isEqualTo(LagGrade.IN_TIME);
    // Nobody makes reports any more: that is late too.
    town.world.on("2025-01-27", "10:00");
    assertThat(town.lag().grade()).isEqualTo(LagGrade.ALARM);
  }

  private static GatewayPort port(java.util.function.BiFunction<UUID, String, Answer> answers) {
    return new GatewayPort() {
      @Override
      public String base() {
        return "https://gateway.example/fhir";
      }

      @Override
      public Answer put(int municipality, UUID id, String report) {
        return answers.apply(id, report);
      }
    };
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
