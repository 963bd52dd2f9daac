package dk.genvej.check;

import dk.genvej.shared.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The municipality of the simulated year: three districts of two care areas each, everybody who is
 * told anything, who stands in for whom, and who knows which citizen. Life number n falls to its
 * people by the remainders of n.
 */
record Town(int municipality, LocalDate firstDay) {

  private static final int AREAS = 6;
  private static final int DISTRICTS = 3;

  /** Both days included. */
  record Absence(Person absent, Person substitute, LocalDate from, LocalDate until) {}

  UUID root() {
    return id("root");
  }

  UUID district(int district) {
    return id("district " + district);
  }

  UUID area(int area) {
    return id("area " + area);
  }

  UUID team(int area) {
    return id("team " + area);
  }

  UUID supplier() {
    return id("supplier");
  }

  static int areaOf(int life) {
    return life % AREAS;
  }

  static int districtOf(int area) {
    return area / 2;
  }

  /** Two in each area. */
  Person therapist(int area, int which) {
    return person("t-" + area + "-" + which, "THERAPIST", area(area));
  }

  Person visitator(int which) {
    return person("v-" + which, "VISITATOR", root());
  }

  /** One in each district, a second one in the first, and one for all. */
  List<Person> coordinators(int district) {
    var all = new ArrayList<Person>();
    all.add(coordinator(district));
    if (district == 0) {
      all.add(person("k-0b", "COORDINATOR", district(0)));
    }
    all.add(person("k-all", "COORDINATOR", root()));
    return all;
  }

  Person coordinator(int district) {
    return person("k-" + district, "COORDINATOR", district(district));
  }

  /** The third district has none of its own. */
  Person leader(int district) {
    return district < 2 ? person("l-" + district, "LEADER", district(district)) : leaderOfAll();
  }

  Person leaderOfAll() {
    return person("l-all", "LEADER", root());
  }

  Person carer(int area) {
    return person("c-" + area, "CARE_STAFF", team(area));
  }

  Person therapistOf(int life) {
    return therapist(areaOf(life), life % 2);
  }

  Person otherTherapistOf(int life) {
    return therapist(areaOf(life), 1 - life % 2);
  }

  Person tovholderOf(int life) {
    return life % 4 == 0 ? otherTherapistOf(life) : therapistOf(life);
  }

  /** Refers the citizen too; every eleventh citizen has nobody responsible beside that. */
  Person visitatorOf(int life) {
    return visitator(life % 6);
  }

  boolean responsibleNamed(int life) {
    return life % 11 != 0;
  }

  /** A private supplier serves every fifth, nobody every seventh. */
  Optional<UUID> servingUnit(int life) {
    if (life % 7 == 0) {
      return Optional.empty();
    }
    return Optional.of(life % 5 == 0 ? supplier() : team(areaOf(life)));
  }

  boolean hasContact(int life) {
    return life % 3 == 0;
  }

  /** The contact person where the own team serves, else a leader, else nobody. */
  List<Person> careTeam(int life) {
    var serving = servingUnit(life);
    if (serving.isEmpty()) {
      return List.of();
    }
    if (serving.get().equals(supplier())) {
      return List.of(leaderOfAll());
    }
    int area = areaOf(life);
    return List.of(hasContact(life) ? carer(area) : leader(districtOf(area)));
  }

  List<Absence> absences() {
    return List.of(
        new Absence(visitator(0), visitator(1), day(5), day(12)),
        new Absence(visitator(2), visitator(0), day(20), day(20)),
        new Absence(therapist(0, 0), therapist(0, 1), day(8), day(22)),
        new Absence(therapist(3, 1), therapist(2, 0), day(60), day(110)),
        new Absence(coordinator(1), coordinator(0), day(10), day(200)));
  }

  private LocalDate day(int after) {
    return firstDay.plusDays(after);
  }

  /** Whoever is told instead on that day. */
  Person holding(Person person, LocalDate day) {
    return absences().stream()
        .filter(one -> one.absent().equals(person))
        .filter(one -> !day.isBefore(one.from()) && !day.isAfter(one.until()))
        .map(Absence::substitute)
        .findFirst()
        .orElse(person);
  }

  List<Person> everybody() {
    var all = new ArrayList<Person>();
    for (int area = 0; area < AREAS; area++) {
      all.addAll(List.of(therapist(area, 0), therapist(area, 1), carer(area)));
    }
    IntStream.range(0, 6).mapToObj(this::visitator).forEach(all::add);
    IntStream.range(0, DISTRICTS)
        .mapToObj(this::coordinators)
        .flatMap(List::stream)
        .distinct()
        .forEach(all::add);
    IntStream.range(0, DISTRICTS).mapToObj(this::leader).distinct().forEach(all::add);
    return all;
  }

  UUID id(String what) {
    return Ids.named(what + " of town " + municipality);
  }

  private Person person(String subject, String role, UUID unit) {
    return new Person(municipality, subject, role, unit);
  }
}
