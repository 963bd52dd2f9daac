package dk.genvej.check;

import static dk.genvej.check.DeadlineModel.Capacity.CARE_TEAM;
import static dk.genvej.check.DeadlineModel.Capacity.COORDINATORS;
import static dk.genvej.check.DeadlineModel.Capacity.THERAPIST;
import static dk.genvej.check.DeadlineModel.Capacity.TOVHOLDER;
import static dk.genvej.check.DeadlineModel.Capacity.VISITATOR;

import dk.genvej.check.CourseLife.Act;
import dk.genvej.check.CourseLife.Deed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who must have been told what, worked out from nothing but the lives as they were lived and the
 * moments at which a server looked. It shares no code with the server: calendar, rules and people
 * are its own.
 */
final class DeadlineModel {

  private static final LocalTime SEVEN = LocalTime.of(7, 0);

  private static final List<Reminder> REMINDERS =
      List.of(
          new Reminder("N3", EnumSet.of(THERAPIST, TOVHOLDER)),
          new Reminder("N4", EnumSet.of(THERAPIST)),
          new Reminder("N5", EnumSet.of(THERAPIST)),
          new Reminder("N6", EnumSet.of(COORDINATORS)));

  private final Town town;
  private final Rules rules;
  private final NavigableSet<LocalDateTime> looks;
  private final Set<String> rows = new TreeSet<>();

  /**
   * @param looks when a server told what was due, by Danish time
   */
  DeadlineModel(Town town, Rules rules, NavigableSet<LocalDateTime> looks) {
    this.town = town;
    this.rules = rules;
    this.looks = looks;
  }

  /** "N4 course 12 t-0-0 due 2025-04-14 told 2025-04-14T07:00", one for each row of an inbox. */
  Set<String> rows(List<Act> lived, int lives) {
    rows.clear();
    for (int life = 0; life < lives; life++) {
      int number = life;
      tell(new Lived(number, lived.stream().filter(act -> act.life() == number).toList()));
    }
    return rows;
  }

  enum Capacity {
    THERAPIST,
    TOVHOLDER,
    VISITATOR,
    CARE_TEAM,
    COORDINATORS
  }

  record Reminder(String kind, Set<Capacity> whom) {}

  /** What came of a life. */
  private record Lived(int number, List<Act> acts) {

    LocalDateTime when(Deed deed) {
      return acts.stream()
          .filter(act -> act.deed() == deed)
          .map(Act::at)
          .findFirst()
          .orElse(LocalDateTime.MAX);
    }

    boolean did(Deed deed) {
      return when(deed).isBefore(LocalDateTime.MAX);
    }

    LocalDate day(Deed deed) {
      return when(deed).toLocalDate();
    }
  }

  /** A course that was annulled leaves nothing in anybody's inbox. */
  private void tell(Lived life) {
    if (life.did(Deed.ANNUL)) {
      return;
    }
    atOnce(life, Deed.REFER, "N1 referral", EnumSet.of(THERAPIST));
    atOnce(life, Deed.ACTIVATE, "N2 course", EnumSet.of(VISITATOR, CARE_TEAM));
    atOnce(life, Deed.EVALUATE, "N7 course", EnumSet.of(VISITATOR));
    atOnce(life, Deed.REVISIT, "N8 course", EnumSet.of(COORDINATORS, CARE_TEAM));
    atOnce(life, Deed.STOP, "N11 course", EnumSet.of(THERAPIST, VISITATOR, CARE_TEAM));
    atOnce(life, Deed.AGREE, "N12 agreement", EnumSet.of(CARE_TEAM));
    if (life.did(Deed.ACTIVATE)) {
      reminders(life);
    }
    if (life.did(Deed.REVISIT)) {
      followUps(life);
    }
  }

  private static boolean running(Lived life, LocalDateTime at) {
    return !at.isAfter(life.when(Deed.EVALUATE)) && !at.isAfter(life.when(Deed.STOP));
  }

  private void atOnce(Lived life, Deed deed, String kindAndCause, Set<Capacity> whom) {
    var told = life.did(deed) ? looks.ceiling(life.when(deed)) : null;
    if (told != null) {
      var people =
          whom.stream().flatMap(capacity -> people(life, capacity, told).stream()).toList();
      rows(kindAndCause + " " + life.number(), life.day(deed), told, people);
    }
  }

  private List<Person> people(Lived life, Capacity capacity, LocalDateTime told) {
    return switch (capacity) {
      case THERAPIST -> List.of(therapistAt(life, told));
      case TOVHOLDER -> List.of(tovholderAt(life, told));
      case VISITATOR -> List.of(town.visitatorOf(life.number()));
      case CARE_TEAM -> town.careTeam(life.number());
      case COORDINATORS -> town.coordinators(Town.districtOf(Town.areaOf(life.number())));
    };
  }

  /** By each start the course was said to have. */
  private void reminders(Lived life) {
    var started = life.day(Deed.ACTIVATE);
    var corrected = life.when(Deed.CORRECT_START);
    var planned = life.when(Deed.ACTIVATE);
    reminders(life, started.plusDays(rules.lengthDays()), planned, corrected);
    if (corrected.isBefore(LocalDateTime.MAX)) {
      var due = started.minusDays(CORRECTED_BY).plusDays(rules.lengthDays());
      if (running(life, corrected)) {
        reminders(life, due, corrected, LocalDateTime.MAX);
      }
    }
  }

  /** How many days earlier a corrected start lies. */
  static final int CORRECTED_BY = 3;

  private void reminders(Lived life, LocalDate due, LocalDateTime planned, LocalDateTime moved) {
    var moments =
        List.of(
            before(due.minusDays(rules.reminderDays())),
            before(due),
            after(due.plusDays(rules.overdueDays())),
            after(due.plusDays(rules.escalationDays())),
            LocalDateTime.MAX);
    for (int i = 0; i < REMINDERS.size(); i++) {
      // Of what had passed when it was planned only the last is told.
      if (moments.get(i + 1).isAfter(planned)) {
        var moment = moments.get(i);
        var look = looks.ceiling(moment.isAfter(planned) ? moment : planned);
        if (look != null && look.isBefore(moved) && !ended(life, moment, look)) {
          remind(life, REMINDERS.get(i), due, look);
        }
      }
    }
  }

  private void remind(Lived life, Reminder reminder, LocalDate due, LocalDateTime told) {
    var people = reminder.whom().stream().flatMap(one -> people(life, one, told).stream()).toList();
    rows(reminder.kind() + " course " + life.number(), due, told, people);
  }

  /** An evaluation or a stop before the day it was to be told, unless it had been told by then. */
  private static boolean ended(Lived life, LocalDateTime moment, LocalDateTime look) {
    var evaluated = life.when(Deed.EVALUATE);
    var stopped = life.when(Deed.STOP);
    var end = evaluated.isBefore(stopped) ? evaluated : stopped;
    return end.isBefore(look) && end.toLocalDate().isBefore(moment.toLocalDate());
  }

  private void followUps(Lived life) {
    for (int month : rules.months()) {
      var due = life.day(Deed.REVISIT).plusMonths(month);
      var moment = after(due);
      var look = looks.ceiling(moment);
      var recorded = month == 3 ? life.when(Deed.FOLLOW_UP) : LocalDateTime.MAX;
      var known =
          look != null
              && recorded.isBefore(look)
              && recorded.toLocalDate().isBefore(moment.toLocalDate());
      if (look != null && !known) {
        rows(
            "N9 follow-up " + life.number() + "/" + month,
            due,
            look,
            people(life, VISITATOR, look));
      }
    }
  }

  private Person therapistAt(Lived life, LocalDateTime told) {
    return life.when(Deed.REASSIGN).isAfter(told)
        ? town.therapistOf(life.number())
        : town.otherTherapistOf(life.number());
  }

  /** A reassignment gives both to the other therapist. */
  private Person tovholderAt(Lived life, LocalDateTime told) {
    return life.when(Deed.REASSIGN).isAfter(told)
        ? town.tovholderOf(life.number())
        : town.otherTherapistOf(life.number());
  }

  private void rows(String what, LocalDate due, LocalDateTime told, List<Person> people) {
    for (var person : people) {
      var holding = town.holding(person, told.toLocalDate());
      rows.add("%s %s due %s told %s".formatted(what, holding.subject(), due, told));
    }
  }

  private static LocalDateTime before(LocalDate day) {
    return (DanishDays.working(day) ? day : DanishDays.before(day)).atTime(SEVEN);
  }

  private static LocalDateTime after(LocalDate day) {
    return (DanishDays.working(day) ? day : DanishDays.after(day)).atTime(SEVEN);
  }
}
