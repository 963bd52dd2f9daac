package dk.genvej.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a therapist wrote without coverage: of five writes two visits, two scores and a note, all
 * over the caseload.
 *
 * @param mutations in their order
 */
record Queue(List<ObjectNode> mutations) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Queue of(Caseload caseload, int size) {
    var mutations = new ArrayList<ObjectNode>();
    for (int i = 0; i < size; i++) {
      mutations.add(mutation(caseload, i, ago(2)));
    }
    return new Queue(mutations);
  }

  private static ObjectNode mutation(Caseload caseload, int i, String when) {
    var mutation = JSON.createObjectNode().put("id", Ids.next().toString());
    mutation.putObject("path").put("courseId", caseload.course(i % Caseload.CITIZENS).toString());
    mutation.put("recordedAt", ago(1));
    mutation.put("operation", operation(i));
    mutation.set("body", body(i, when));
    return mutation;
  }

  private static String operation(int i) {
    return switch (i % 5) {
      case 0, 1 -> "recordVisit";
      case 2, 3 -> "recordScores";
      default -> "addNote";
    };
  }

  private static ObjectNode body(int i, String when) {
    var body = JSON.createObjectNode().put("id", Ids.next().toString());
    switch (i % 5) {
      case 0, 1 ->
          body.put("heldAt", when)
              .put("minutes", 45)
              .put("contactType", "HOME")
              .put("note", "Gik til postkassen og tilbage uden pause, nr. " + i);
      case 2, 3 -> {
        body.put("instrument", "PSFS").put("instrumentVersion", "1").put("phase", "INTERIM");
        body.put("scorer", "CITIZEN").put("scoredOn", when.substring(0, 10));
        body.putArray("items")
            .addObject()
            .put("activity", "Gå på trappen")
            .put("scale", "TOTAL")
            .put("value", i % 11);
      }
      default -> body.put("text", "Vil selv hente posten, nr. " + i).put("happenedAt", when);
    }
    return body;
  }

  /** Every tenth, beginning with the sixth. */
  private static final IntPredicate A_TENTH = i -> i % 10 == 5;

  /** A tenth of them visits that are still to come, which a rule refuses. */
  Queue brokenByRule() {
    return each(
        A_TENTH, (mutation, _) -> ((ObjectNode) mutation.get("body")).put("heldAt", ago(-50)));
  }

  /** A tenth of them under ids that records of another queue have, which only the database sees. */
  Queue brokenInDatabase(Queue landed) {
    return each(
        A_TENTH,
        (mutation, i) ->
            ((ObjectNode) mutation.get("body"))
                .put("id", landed.mutations.get(i).at("/body/id").asText()));
  }

  private interface Change {
    void make(ObjectNode mutation, int place);
  }

  private Queue each(IntPredicate which, Change change) {
    for (int i = 0; i < mutations.size(); i++) {
      if (which.test(i)) {
        change.make(mutations.get(i), i);
      }
    }
    return this;
  }

  String body(BenchTablet tablet) {
    var body = JSON.createObjectNode().put("device", tablet.id()).put("clientVersion", "1.4.0");
    body.putArray("mutations").addAll(mutations);
    return body.toString();
  }

  private static String ago(int hours) {
    return SystemTime.machine().minus(Duration.ofHours(hours)).toString();
  }
}
