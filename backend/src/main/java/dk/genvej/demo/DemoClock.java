package dk.genvej.demo;

import dk.genvej.notification.NoticeTeller;
import dk.genvej.shared.Time;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The clock of the small municipality: what takes twelve weeks is walked through in a minute. */
@Controller("/demo/clock")
@Requires(env = "demo")
final class DemoClock {

  /** More at once is a typing error; the longest wait of the field is twelve months. */
  private static final int FARTHEST_DAYS = 731;

  /** Whoever makes it a day comes to work on it: what is told in the morning has been told. */
  private static final LocalTime AT_WORK = LocalTime.NOON;

  private final DemoTime time;
  private final NoticeTeller teller;

  DemoClock(DemoTime time, NoticeTeller teller) {
    this.time = time;
    this.teller = teller;
  }

  /** Either the day it is to be, or how many days are to pass. */
  @Serdeable
  record Move(@Nullable String today, @Nullable Integer days) {}

  @Serdeable
  record Reading(String municipality, String name, String today, String now) {}

  @Serdeable
  record Refused(String error, String detail) {}

  @Get
  Reading read() {
    var small = DemoMunicipalities.SMALL;
    var now = time.now(small.code());
    return new Reading(
        "%04d".formatted(small.code()),
        small.name(),
        Time.dayOf(now).toString(),
        now.atZone(Time.ZONE).toOffsetDateTime().toString());
  }

  @Post
  HttpResponse<?> move(@Body Move move) {
    int code = DemoMunicipalities.SMALL.code();
    var today = time.today(code);
    var day = wanted(move, today);
    if (day == null || day.isAfter(today.plusDays(FARTHEST_DAYS))) {
      return HttpResponse.unprocessableEntity()
          .body(
              new Refused(
                  "no_day",
                  "Give either today (yyyy-mm-dd) or days (from 1), at most "
                      + FARTHEST_DAYS
                      + " days ahead."));
    }
    if (!day.isBefore(today)) {
      tellUntil(code, day);
    }
    if (day.isBefore(today) || !time.moveTo(code, day)) {
      var detail = "It is " + today + " already, and the clock only goes forward.";
      return HttpResponse.status(io.micronaut.http.HttpStatus.CONFLICT)
          .body(new Refused("clock_goes_forward", detail));
    }
    return HttpResponse.ok(read());
  }

  /** What falls into the days that are jumped over is told on its own day, before the jump. */
  private void tellUntil(int code, LocalDate day) {
    var now = time.now(code);
    var atWork = day.atTime(AT_WORK).atZone(Time.ZONE).toInstant();
    teller.tellAlong(code, atWork.isAfter(now) ? atWork : now);
  }

  private static @Nullable LocalDate wanted(Move move, LocalDate today) {
    var days = move.days();
    if ((move.today() == null) == (days == null)) {
      return null;
    }
    if (days != null) {
      return days > 0 ? today.plusDays(days) : null;
    }
    try {
      return LocalDate.parse(move.today());
    } catch (DateTimeException malformed) {
      return null;
    }
  }
}
