package dk.genvej.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person wanted, as the model remembers it.
 *
 * @param course or what else stands in its address
 * @param base on a change, the version it rests on; 0 otherwise
 * @param sound false when no server may take it
 */
record Intent(
    UUID mutation,
    Kind kind,
    UUID resource,
    UUID course,
    Map<String, Object> body,
    int base,
    List<UUID> after,
    boolean sound) {

  /** The operations of the campaign. */
  enum Kind {
    NOTE("addNote"),
    VISIT("recordVisit"),
    REGISTRATION("register"),
    GOAL("setGoal"),
    GOAL_CHANGE("changeGoal");

    private final String operation;

    Kind(String operation) {
      this.operation = operation;
    }

    String operation() {
      return operation;
    }
  }
}
