package dk.genvej.demo.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Five years of contacts that end today, the same for the same seed and day.
 *
 * <p>1,063 courses start a year (Slagelse 2015/16), which with 63 % suitable are 1,687 contacts; 53
 * % of the completed say they manage better (København 2018). The rest is ours: fewer contacts in
 * July and at Christmas, none on a weekend, a start one to two weeks after the contact.
 */
final class Lives {

  static final int STARTS_A_YEAR = 1_063;
  static final int YEARS = 5;
  private static final double SUITABLE = 0.63;
  private static final double POSITIVE = 0.53;
  private static final int COURSE_DAYS = 84;

  private final Random random;
  private final LocalDate today;
  private final int citizens;

  private Lives(long seed, LocalDate today, int citizens) {
    this.random = new Random(seed);
    this.today = today;
    this.citizens = citizens;
  }

  /**
   * @param citizens how many there are to choose from
   */
  static List<Life> until(LocalDate today, long seed, int citizens) {
    return new Lives(seed, today, citizens).all();
  }

  private List<Life> all() {
    int contacts = (int) Math.round(STARTS_A_YEAR / SUITABLE * YEARS);
    var days = days(contacts);
    var lives = new ArrayList<Life>();
    var busy = new HashSet<Integer>();
    for (int n = contacts - 1; n >= 0; n--) {
      int citizen = Math.floorMod(contacts - 1 - n, citizens);
      var life = life(n, citizen, days.get(n));
      if (life.openOn(today)) {
        busy.add(citizen);
      } else if (busy.contains(citizen)) {
        life = life(n, free(citizen, busy), days.get(n));
      }
      lives.add(life);
    }
    return lives;
  }

  private int free(int from, HashSet<Integer> busy) {
    return IntStream.iterate((from + citizens / 2) % citizens, i -> (i + 1) % citizens)
        .filter(i -> !busy.contains(i))
        .findFirst()
        .orElseThrow();
  }

  /** Oldest first, evenly over the five years but for holidays. */
  private List<LocalDate> days(int contacts) {
    var first = today.minusYears(YEARS);
    long span = today.toEpochDay() - first.toEpochDay();
    var days = new ArrayList<LocalDate>();
    for (int n = 0; n < contacts; n++) {
      days.add(workday(first.plusDays(span * n / contacts)));
    }
    return days;
  }

  private LocalDate workday(LocalDate day) {
    var shifted = quiet(day) && random.nextInt(3) > 0 ? day.minusDays(25) : day;
    return switch (shifted.getDayOfWeek()) {
      case SATURDAY -> shifted.minusDays(1);
      case SUNDAY -> shifted.minusDays(2);
      default -> shifted;
    };
  }

  private static boolean quiet(LocalDate day) {
    return day.getMonth() == Month.JULY
        || (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 20);
  }

  private Life life(int number, int citizen, LocalDate contact) {
    var start = monday(contact.plusDays(7 + random.nextInt(7)));
    var ending = ending();
    int shadow = 60 + 30 * random.nextInt(19);
    int after = after(ending, shadow);
    var evaluated = working(start.plusDays(COURSE_DAYS + lateness()));
    int goals = 1 + random.nextInt(3);
    var before = IntStream.range(0, goals).mapToObj(_ -> 1 + random.nextInt(5)).toList();
    boolean positive = random.nextDouble() < POSITIVE;
    return new Life(
        number,
        citizen,
        contact,
        start,
        ending,
        start.plusDays(7 + random.nextInt(60)),
        evaluated,
        working(evaluated.plusDays(1 + random.nextInt(9))),
        random.nextInt(3) == 0 ? 0 : shadow / 2,
        shadow,
        after,
        before,
        before.stream()
            .map(
                one ->
                    positive
                        ? Math.min(10, one + 1 + random.nextInt(4))
                        : Math.max(0, one - random.nextInt(2)))
            .toList(),
        List.of(drift(after), drift(after), drift(after + 15)),
        random.nextInt(10) > 0);
  }

  private Ending ending() {
    double dice = random.nextDouble();
    if (dice > SUITABLE) {
      return Ending.UNSUITABLE;
    }
    double share = dice / SUITABLE;
    if (share < 0.08) {
      return Ending.STOPPED;
    }
    if (share < 0.36) {
      return Ending.SELF_RELIANT;
    }
    if (share < 0.70) {
      return Ending.LESS_HELP;
    }
    return share < 0.90 ? Ending.UNCHANGED : Ending.MORE_HELP;
  }

  private int after(Ending ending, int shadow) {
    return switch (ending) {
      case SELF_RELIANT -> 0;
      case LESS_HELP -> Math.max(15, shadow * (20 + random.nextInt(60)) / 100 / 15 * 15);
      case MORE_HELP -> shadow + 30 + 15 * random.nextInt(6);
      default -> shadow;
    };
  }

  /** Most evaluations are in the window of seven days, some are late: that is what N5 is for. */
  private int lateness() {
    return random.nextInt(10) < 8 ? random.nextInt(8) - 3 : 8 + random.nextInt(14);
  }

  private int drift(int minutes) {
    return Math.max(0, minutes + 15 * (random.nextInt(5) - 2));
  }

  private static LocalDate monday(LocalDate day) {
    return day.plusDays(
        Math.floorMod(DayOfWeek.MONDAY.getValue() - day.getDayOfWeek().getValue(), 7));
  }

  private static LocalDate working(LocalDate day) {
    int weekday = day.getDayOfWeek().getValue();
    return weekday > 5 ? day.plusDays(8 - weekday) : day;
  }
}
