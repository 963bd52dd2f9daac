package dk.genvej.tracking.gateway;

import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;

/** The municipality's administrator at the desk for reports. */
record Desk(World world) {

  void wake() {
    Api.as(world.adam).post("/gateway/queue/wake", null).ok();
  }

  Answer retry(UUID report) {
    return Api.as(world.adam).post("/gateway/reports/" + report + "/retry", null);
  }

  Answer skip(UUID report, String reason) {
    return Api.as(world.adam)
        .post("/gateway/reports/" + report + "/skip", Map.of("reason", reason));
  }

  Answer page(String state) {
    return Api.as(world.adam).get("/gateway/reports?state=" + state).ok();
  }

  /** The first report in that state. */
  UUID report(String state) {
    return UUID.fromString(page(state).at("/items/0/id"));
  }

  /** What the change log says of it. */
  String audited(UUID report) {
    return world.value(
        "select concat_ws(' ', operation, reason) from change_log where record_id = '%s'"
            .formatted(report));
  }

  /** What is not nought, and when by the clock of the day. */
  String queue() {
    var queue = Api.as(world.adam).get("/gateway/queue").ok().json();
    var told = new StringBuilder("guide ").append(queue.path("guide").asText());
    for (var state : new String[] {"waiting", "held", "sent", "refused"}) {
      if (queue.get(state).asInt() > 0) {
        told.append(", ").append(state).append(' ').append(queue.get(state).asInt());
      }
    }
    told.append(", delay ").append(queue.get("delay").asText());
    if (queue.has("oldestDay")) {
      told.append(", oldest ").append(queue.get("oldestDay").asText());
    }
    Map.of("acceptedAt", ", accepted ", "restsUntil", ", rests ", "wokenAt", ", woken ")
        .forEach(
            (field, word) -> {
              if (queue.has(field)) {
                told.append(word).append(queue.get(field).asText(), 11, 19);
              }
            });
    return told.toString();
  }
}
