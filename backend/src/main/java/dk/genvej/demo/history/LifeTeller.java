package dk.genvej.demo.history;

import dk.genvej.access.Identity;
import dk.genvej.demo.DemoMunicipality;
import dk.genvej.shared.Ids;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells one life in one transaction: each step by its role, on its day, by the services that real
 * requests use. What would come after today is left to happen.
 */
@Singleton
@Requires(env = "demo")
class LifeTeller {

  private final TransactionOperations<Connection> database;
  private final Transactions transactions;
  private final HistoryRepository history;
  private final Steps steps;
  private final PlanSteps plans;

  LifeTeller(
      TransactionOperations<Connection> database,
      Transactions transactions,
      HistoryRepository history,
      Steps steps,
      PlanSteps plans) {
    this.database = database;
    this.transactions = transactions;
    this.history = history;
    this.steps = steps;
    this.plans = plans;
  }

  /** The contact of a life; a contact that exists is told already. */
  static UUID referralId(Life life) {
    return Ids.named("demo referral " + life.number());
  }

  void tell(DemoMunicipality municipality, Life life, Person person, LocalDate today) {
    database.executeWrite(
        _ -> {
          history.hurry();
          var telling = new Telling(new Cast(municipality), life, person, today);
          contact(telling);
          if (life.ending() != Ending.UNSUITABLE && !life.start().isAfter(today)) {
            course(telling);
          }
          return life;
        });
  }

  private void contact(Telling telling) {
    var visitator = telling.cast().visitator(telling.life());
    var day = telling.life().contact();
    telling.on(
        day,
        visitator,
        Steps.ASSESSED,
        work -> {
          steps.contact(work, telling);
          if (telling.life().ending() != Ending.UNSUITABLE) {
            steps.help(work, telling);
            steps.refer(work, telling);
          }
        });
  }

  private void course(Telling telling) {
    var life = telling.life();
    var therapist = telling.therapist().identity();
    telling.on(life.start(), therapist, PlanSteps.BEGUN, work -> plans.begin(work, telling));
    telling.on(
        life.start(), therapist, conditionVersion(telling), work -> plans.start(work, telling));
    for (int week = 4; week <= 12; week += 4) {
      visits(telling, week);
    }
    if (life.ending() == Ending.STOPPED) {
      telling.on(life.stopped(), therapist, 0, work -> steps.stop(work, telling));
    } else {
      telling.on(life.evaluated(), therapist, 0, work -> steps.evaluate(work, telling));
      completed(telling);
    }
  }

  /**
   * The version that the finding is based on: the condition may be known from an earlier course.
   */
  private int conditionVersion(Telling telling) {
    var municipality = telling.cast().municipality().code();
    return history.condition(municipality, plans.conditionId(telling)).stream()
        .map(HistoryRepository.Version::version)
        .findFirst()
        .orElse(0);
  }

  private void visits(Telling telling, int week) {
    var life = telling.life();
    var day = life.start().plusWeeks(week);
    var ends = life.ending() == Ending.STOPPED ? life.stopped() : life.evaluated();
    if (day.isBefore(ends)) {
      telling.on(
          day,
          telling.therapist().identity(),
          0,
          work -> plans.visits(work, telling, day.minusWeeks(4)));
    }
  }

  private void completed(Telling telling) {
    var life = telling.life();
    var visitator = telling.cast().visitator(life);
    telling.on(life.revisited(), visitator, 0, work -> steps.revisit(work, telling));
    if (life.reviewed()) {
      telling.on(
          life.revisited().plusDays(6),
          telling.cast().coordinator(telling.district()),
          0,
          work -> steps.review(work, telling));
    }
    for (int i = 0; i < 3; i++) {
      int month = new int[] {3, 6, 12}[i];
      int minutes = life.followUps().get(i);
      telling.on(
          life.revisited().plusMonths(month).plusDays(2),
          visitator,
          0,
          work -> steps.followUp(work, telling, month, minutes));
    }
  }

  /** One life while it is told. */
  final class Telling {

    private final Cast cast;
    private final Life life;
    private final Person person;
    private final LocalDate today;

    private Telling(Cast cast, Life life, Person person, LocalDate today) {
      this.cast = cast;
      this.life = life;
      this.person = person;
      this.today = today;
    }

    Cast cast() {
      return cast;
    }

    Life life() {
      return life;
    }

    Person person() {
      return person;
    }

    dk.genvej.demo.DemoUser therapist() {
      return cast.therapist(life, person.careAreaId());
    }

    UUID district() {
      return cast.districtOf(person.careAreaId());
    }

    UUID id(String what) {
      return Ids.named("demo " + what + " " + life.number());
    }

    UUID referralId() {
      return LifeTeller.referralId(life);
    }

    UUID courseId() {
      return id("course");
    }

    /** As that person on that day, unless the day has not come. */
    private void on(LocalDate day, Identity who, int baseVersion, Consumer<Work> step) {
      if (day.isAfter(today)) {
        return;
      }
      var at = day.atTime(LocalTime.of(9 + life.number() % 7, life.number() % 60));
      transactions.command(
          who,
          envelope(baseVersion),
          at.atZone(dk.genvej.shared.Time.ZONE).toInstant(),
          work -> {
            step.accept(work);
            return work;
          });
    }

    private Envelope envelope(int baseVersion) {
      return new Envelope(
          "demo",
          Ids.next(),
          null,
          null,
          baseVersion,
          null,
          (Instant) null,
          (@Nullable UUID) null,
          true);
    }
  }
}
