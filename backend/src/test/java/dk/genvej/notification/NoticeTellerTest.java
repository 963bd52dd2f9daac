package dk.genvej.notification;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Identity;
import dk.genvej.followup.FollowUps;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Inboxes;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.worker.WorkerTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worker's side: claiming, telling once, and planning what no request did. */
class NoticeTellerTest {

  private final World world = new World();
  private final NoticeTeller teller = TestServer.running().context().getBean(NoticeTeller.class);
  private final NoticeSweep sweep = TestServer.running().context().getBean(NoticeSweep.class);

  @Test
  void twoAtTheSameMomentTellEverybodyOnce() throws InterruptedException, ExecutionException {
    world.on("2025-01-20");
    IntStream.range(0, 8).forEach(_ -> started("2025-01-20"));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var now = TestServer.running().time().now(world.municipality);
      var running =
          IntStream.range(0, 4)
              .mapToObj(_ -> threads.submit(() -> teller.tell(world.municipality, now)))
              .toList();
      int told = 0;
      for (var one : running) {
        told += one.get();
      }
      assertThat(told).as("N1 and N2 of eight courses, each by one of them").isEqualTo(16);
    }
    assertThat(rows()).isEqualTo("16");
  }

  @Test
  void whatIsToldAgainReachesNobodyAgain() {
    started("2025-01-20");
    world.told();
    world.past("update notice set told_at = null, told = null where municipality_id = :m");

    assertThat(teller.tell(world.municipality, TestServer.running().time().now(world.municipality)))
        .isEqualTo(2);
    assertThat(rows()).isEqualTo("2");
  }

  @Test
  void theTaskFindsEveryMunicipalityWhereSomethingIsDueByItsOwnClock() {
    started("2025-01-20");
    teller.run(Instant.EPOCH);

    assertThat(rows()).isEqualTo("2");
  }

  @Test
  void aCourseFromBeforeThereWereNoticesGetsWhatIsStillToCome() {
    world.on("2025-03-31");
    var old = CourseFixture.aCourse(world).startedOn("2025-01-13").make();
    world.told();
    sweep.sweep(world.municipality);
    sweep.sweep(world.municipality);

    assertThat(planned(old.courseId())).isEqualTo("N4 N5 N6");
    world.untilMorningOf("2025-04-20");
    assertThat(
            world.value(
                "select string_agg(kind, ' ' order by sent_at) from notification where course_id ="
                    + " '%s' and kind <> 'N1'".formatted(old.courseId())))
        .isEqualTo("N4 N5 N6");
  }

  @Test
  void historyIsNotNewsButWhatItMakesNeedlessIsCancelled() {
    var course = completed();
    historic(
        course.citizenId,
        work ->
            TestServer.running()
                .context()
                .getBean(FollowUps.class)
                .cancelOfCitizen(work, course.citizenId));
    assertThat(planned(course.courseId)).isEqualTo("N9 N9 N9");
    sweep.sweep(world.municipality);

    assertThat(planned(course.courseId)).isEqualTo("none");
    world.untilMorningOf("2025-07-20");
    assertThat(Inboxes.of(course)).noneMatch(line -> line.contains("N9"));
  }

  @Test
  void anOrdinaryWriteCostsNoStatementMoreAndAnAgreementOne() {
    var course = started("2025-01-20");

    assertThat(notices(() -> course.note())).isZero();
    assertThat(notices(() -> course.visitPlanned())).isZero();
    assertThat(notices(() -> course.agreement())).isEqualTo(1);
    assertThat(notices(() -> course.stop(world.anna, "2025-01-20", "DECLINED").ok())).isEqualTo(2);
  }

  @Test
  void whoeverPushesReadsWhatEachWantsToBeWokenFor() {
    Api.as(world.anna)
        .ifMatch(0)
        .put(
            "/me/notification-preference",
            Map.of("muted", List.of("N3"), "quietHours", Map.of("from", "21:00", "until", "07:00")))
        .ok();
    var context = TestServer.running().context();
    var read =
        context
            .getBean(WorkerTransactions.class)
            .in(
                world.municipality,
                round ->
                    context
                        .getBean(PushPreferences.class)
                        .of(round, List.of(world.anna.id(), world.bo.id())));

    var night = Instant.parse("2025-01-20T22:00:00Z");
    assertThat(read.get(world.anna.id()).when(NotificationKind.N3, night))
        .isEqualTo(new PushMoment.Never());
    assertThat(read.get(world.anna.id()).when(NotificationKind.N6, night))
        .isEqualTo(new PushMoment.Later(Instant.parse("2025-01-21T06:00:00Z")));
    assertThat(read.get(world.bo.id())).isEqualTo(PushPreference.NOTHING_CHOSEN);
  }

  @Test
  void theFiguresTellWhatWaitsAndWhoWasNotThere() {
    var figures =
        new NoticeFigures(
            TestServer.running().context().getBean(WorkerTransactions.class),
            TestServer.running().context().getBean(WorkerNoticeRepository.class),
            TestServer.running().time());
    started("2025-01-20");
    world.on("2025-04-30");

    var now = figures.now();
    assertThat(now.overdueEvaluations()).isPositive();
    assertThat(now.untold()).isGreaterThanOrEqualTo(6);
    assertThat(now.oldestUntold()).isGreaterThan(Duration.ofDays(99));
  }

  private static int notices(Runnable write) {
    return (int) QueryCount.during(write).stream().filter(sql -> sql.contains(" notice ")).count();
  }

  private String rows() {
    return world.value("select count(*) from notification where municipality_id = :m");
  }

  private String planned(UUID courseId) {
    return world.value(
        "select coalesce(string_agg(kind, ' ' order by kind), 'none') from notice where course_id ="
            + " '%s' and told_at is null and cancelled_at is null".formatted(courseId));
  }

  private void historic(UUID citizenId, java.util.function.Consumer<dk.genvej.work.Work> body) {
    var vera = world.vera;
    TestServer.running()
        .context()
        .getBean(Transactions.class)
        .command(
            new Identity(vera.municipality(), vera.subject(), vera.name(), vera.roles()),
            Envelope.command("importCitizens", Ids.next(), true),
            TestServer.running().time().now(world.municipality),
            work -> {
              work.lock(citizenId);
              body.accept(work);
              return citizenId;
            });
  }

  private Story completed() {
    var course = started("2025-01-20");
    course.evaluated("2025-04-14");
    course.revisited("2025-04-14", "120").created();
    world.told();
    return course;
  }

  /** Served by nobody: N1 to the therapist, N2 to the visitator. */
  private Story started(String day) {
    var course = new Story(world, aCitizen(world));
    return course.referredTo(world.anna, day).planned().started(day);
  }
}
