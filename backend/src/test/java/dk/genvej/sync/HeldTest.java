package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.results;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A write whose predecessor has not arrived is kept, visible, and carried out when it has. */
class HeldTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);

  @Test
  void itWaitsAndLandsInThePushInWhichTheOtherComes() {
    var visit = Ids.next();
    var plan = tablet.planned(course, visit, "2025-02-20T13:00:00+01:00");
    var held = after(tablet.held(visit, MORNING), plan);
    var note = after(tablet.note(course, "Efter besøget", MORNING), held);
    var first = tablet.push(held, note);
    assertThat(outcomes(first)).isEqualTo("HELD HELD");
    assertThat(told(first)).containsExactly("202", "202");
    assertThat(results(first).getFirst().at("/waitsFor/0").asText())
        .isEqualTo(plan.get("id").toString());
    assertThat(states()).isEqualTo("HELD HELD");
    assertThat(
            world.value(
                "select count(*) from kept_mutation where municipality_id = :m and citizen_id is"
                    + " not null"))
        .isEqualTo("1");

    assertThat(outcomes(tablet.push(plan))).isEqualTo("APPLIED");
    assertThat(states()).isEqualTo("APPLIED APPLIED");
    assertThat(value("select state from visit where id = '" + visit + "'")).isEqualTo("HELD");
    assertThat(value("select count(*) from note where municipality_id = :m")).isEqualTo("1");
    assertThat(outcomes(tablet.push(held, note, plan)))
        .isEqualTo("ALREADY_APPLIED ALREADY_APPLIED ALREADY_APPLIED");
  }

  @Test
  void oneThatComesAtTheSameMomentAsWhatItRestsOnIsNotLeftWaiting() throws Exception {
    var other = CourseFixture.aCourse(world).make().courseId();
    var second = Outbox.of(world, world.anna);
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 25; round++) {
        var first = tablet.note(course, "Først", MORNING);
        var rests = after(second.note(other, "Bagefter", MORNING), first);
        Callable<Answer> one = () -> tablet.push(first);
        Callable<Answer> two = () -> second.push(rests);
        threads.invokeAll(List.of(one, two));
      }
    }
    assertThat(value("select count(*) from note where municipality_id = :m")).isEqualTo("50");
  }

  @Test
  void sentAgainBeforeTheOtherItIsStillHeld() {
    var note = tablet.note(course, "Venter", MORNING);
    var held = with(note, "dependsOn", List.of(Ids.next()));

    assertThat(outcomes(tablet.push(held))).isEqualTo("HELD");
    assertThat(outcomes(tablet.push(held))).isEqualTo("HELD");
    assertThat(states()).isEqualTo("HELD");
    var other = with(tablet.note(course, "Andet", MORNING), "id", note.get("id"));
    assertThat(told(tablet.push(other))).containsExactly("409 MUTATION_REUSED");
  }

  @Test
  void inOnePushTheOrderIsThatOfWhatDependsOnWhat() {
    var visit = Ids.next();
    var plan = tablet.planned(course, visit, "2025-02-20T13:00:00+01:00");
    var held = after(tablet.held(visit, MORNING), plan);
    var note = after(tablet.note(course, "Efter besøget", MORNING), held);

    assertThat(outcomes(tablet.push(note, held, plan))).isEqualTo("APPLIED APPLIED APPLIED");
  }

  @Test
  void whatDependsOnAFailedOneIsToldSoAndItsNeighboursAreNot() {
    var failed = tablet.visit(course, "2025-02-21T09:10:00+01:00");
    var after = after(tablet.note(course, "Bygger på det", MORNING), failed);
    var further = after(tablet.note(course, "Og på det igen", MORNING), after);
    var free = tablet.note(course, "For sig selv", MORNING);
    var answer = tablet.push(failed, after, further, free);

    assertThat(told(answer))
        .containsExactly(
            "422 DATE_IN_FUTURE", "409 PREDECESSOR_FAILED", "409 PREDECESSOR_FAILED", "201");
    assertThat(states()).isEmpty();
  }

  @Test
  void oneHeldForOneThatFailsIsFailedAndCanBeSentAgain() {
    var visit = tablet.visit(course, "2025-02-21T09:10:00+01:00");
    var note = after(tablet.note(course, "Bygger på det", MORNING), visit);
    assertThat(outcomes(tablet.push(note))).isEqualTo("HELD");
    assertThat(outcomes(tablet.push(visit))).isEqualTo("REJECTED");
    assertThat(states()).isEqualTo("FAILED");

    world.on("2025-02-21", "12:00");
    assertThat(outcomes(tablet.push(visit, note))).isEqualTo("APPLIED APPLIED");
    assertThat(states()).isEqualTo("APPLIED");
  }

  @Test
  void twoThatWaitForEachOtherNeverLand() {
    var one = tablet.note(course, "En", MORNING);
    var other = after(tablet.note(course, "To", MORNING), one);
    var ring = tablet.push(after(one, other), other);

    assertThat(outcomes(ring)).isEqualTo("REJECTED REJECTED");
    assertThat(value("select count(*) from note where municipality_id = :m")).isEqualTo("0");
  }

  @Test
  void anothersMutationIsNotFreed() {
    var asta = Outbox.of(world, world.asta);
    var plan = tablet.planned(course, Ids.next(), "2025-02-20T13:00:00+01:00");
    assertThat(outcomes(asta.push(after(asta.note(course, "Astas", MORNING), plan))))
        .isEqualTo("HELD");
    assertThat(outcomes(tablet.push(plan))).isEqualTo("APPLIED");

    assertThat(states()).isEqualTo("HELD");
  }

  @Test
  void theThousandAndFirstStaysOnTheTablet() {
    var missing = Ids.next();
    for (int push = 0; push < 2; push++) {
      var queue = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < 500; i++) {
        queue.add(with(tablet.note(course, "Nr. " + i, MORNING), "dependsOn", List.of(missing)));
      }
      assertThat(outcomes(tablet.push(queue)).split(" ")).containsOnly("HELD");
    }
    var one = with(tablet.note(course, "For meget", MORNING), "dependsOn", List.of(missing));
    assertThat(told(tablet.push(one))).containsExactly("409 HELD_TOO_MANY");
    var free = tablet.note(course, "Venter ikke", MORNING);
    assertThat(told(tablet.push(free))).containsExactly("201");

    var awaited = with(tablet.visit(course, MORNING), "id", missing);
    assertThat(told(tablet.push(awaited))).containsExactly("201");
    assertThat(value("select count(*) from note where municipality_id = :m")).isEqualTo("1001");
    assertThat(
            value(
                "select string_agg(distinct state, ' ') from kept_mutation where municipality_id ="
                    + " :m"))
        .isEqualTo("APPLIED");
  }

  private static Map<String, Object> after(
      Map<String, Object> mutation, Map<String, Object> other) {
    return with(mutation, "dependsOn", List.of(other.get("id")));
  }

  private String states() {
    var states =
        value(
            "select string_agg(state, ' ' order by id) from kept_mutation where municipality_id ="
                + " :m");
    return states == null ? "" : states;
  }

  private String value(String sql) {
    return world.value(sql);
  }
}
