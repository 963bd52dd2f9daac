package dk.genvej.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A course as it is meant to be lived: what somebody does with it, and when. */
record CourseLife(int number, List<Act> acts) {

  /** What is done, in the order it can be done in. */
  enum Deed {
    REFER,
    ACTIVATE,
    AGREE,
    CORRECT_START,
    REASSIGN,
    EVALUATE,
    REVISIT,
    FOLLOW_UP,
    STOP,
    ANNUL
  }

  /**
   * @param at when it is meant to be done; a server that is down postpones it
   */
  record Act(int life, Deed deed, LocalDateTime at) {}

  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(10, 0), LocalTime.of(15, 0), LocalTime.of(20, 0));

  /** Lives of that many courses, spread evenly over the weeks, as the seed has it. */
  static List<CourseLife> of(int courses, int weeks, Rules rules, LocalDate firstDay, long seed) {
    var random = new Random(seed);
    var lives = new ArrayList<CourseLife>();
    for (int number = 0; number < courses; number++) {
      var referred = firstDay.plusDays(number * (7L * weeks - 1) / courses);
      lives.add(new Teller(number, rules, random).tell(referred));
    }
    return lives;
  }

  /** Everything anybody means to do, by time. */
  static List<Act> inOrder(List<CourseLife> lives) {
    return lives.stream()
        .flatMap(life -> life.acts().stream())
        .sorted(Comparator.comparing(Act::at).thenComparing(Act::life).thenComparing(Act::deed))
        .toList();
  }

  /** Draws one life. */
  private static final class Teller {

    private final int number;
    private final Rules rules;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();

    Teller(int number, Rules rules, Random random) {
      this.number = number;
      this.rules = rules;
      this.random = random;
    }

    CourseLife tell(LocalDate referred) {
      act(Deed.REFER, referred);
      var started = referred.plusDays(1 + random.nextInt(5));
      act(Deed.ACTIVATE, started);
      int fate = random.nextInt(100);
      if (fate < 12) {
        act(Deed.STOP, started.plusDays(1 + random.nextInt(rules.lengthDays() + 12)));
      } else if (fate < 16) {
        act(Deed.ANNUL, started.plusDays(1 + random.nextInt(rules.lengthDays() + 12)));
      } else {
        evaluated(started);
      }
      aside(started);
      return new CourseLife(number, List.copyOf(acts));
    }

    /** From a week before the due day to three weeks after, and most on the day itself or near. */
    private void evaluated(LocalDate started) {
      int late = random.nextInt(10) == 0 ? 5 + random.nextInt(17) : random.nextInt(10) - 5;
      var evaluated = started.plusDays(Math.max(1, rules.lengthDays() + late));
      act(Deed.EVALUATE, evaluated);
      var revisited = evaluated.plusDays(1 + random.nextInt(6));
      if (random.nextInt(12) > 0) {
        act(Deed.REVISIT, revisited);
        if (random.nextInt(2) == 0) {
          act(Deed.FOLLOW_UP, revisited.plusMonths(3).plusDays(random.nextInt(9) - 5));
        }
      }
    }

    private void aside(LocalDate started) {
      if (random.nextInt(3) == 0) {
        act(Deed.AGREE, started.plusDays(1));
      }
      if (random.nextInt(9) == 0) {
        act(Deed.CORRECT_START, started.plusDays(2));
      }
      if (random.nextInt(7) == 0) {
        act(Deed.REASSIGN, started.plusDays(3 + random.nextInt(rules.lengthDays() - 3)));
      }
    }

    private void act(Deed deed, LocalDate day) {
      acts.add(new Act(number, deed, day.atTime(HOURS.get(random.nextInt(HOURS.size())))));
    }
  }
}
