package dk.genvej.check;

import dk.genvej.shared.Ids;
import java.util.List;
import java.util.UUID;

/**
 * One citizen with an open course, and those who work with her: Anna has the course but works
 * elsewhere, so that her access ends with it; Asta is a therapist of the area; Carla coordinates.
 * Nobody else's schedule touches it.
 */
record Scene(int municipality, int number) {

  UUID root() {
    return Ids.named("root " + municipality);
  }

  UUID district() {
    return id("district");
  }

  UUID area() {
    return id("area");
  }

  UUID elsewhere() {
    return id("elsewhere");
  }

  UUID citizen() {
    return id("citizen");
  }

  /** Another record of the same citizen, with no course. */
  UUID twin() {
    return id("twin");
  }

  UUID referral() {
    return id("referral");
  }

  UUID course() {
    return id("course");
  }

  UUID condition() {
    return id("condition");
  }

  UUID agreement() {
    return id("agreement");
  }

  Person anna() {
    return person("anna", "THERAPIST", elsewhere());
  }

  Person asta() {
    return person("asta", "THERAPIST", area());
  }

  Person carla() {
    return person("carla", "COORDINATOR", district());
  }

  Person adam() {
    return person("adam", "ADMINISTRATOR", root());
  }

  List<Person> everybody() {
    return List.of(anna(), asta(), carla(), adam());
  }

  private Person person(String name, String role, UUID unit) {
    return new Person(municipality, name + "-" + number, role, unit);
  }

  private UUID id(String what) {
    return Ids.named(what + " " + municipality + " " + number);
  }
}
