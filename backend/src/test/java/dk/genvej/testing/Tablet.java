package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A tablet that does what the contract tells a client to do and nothing more: it keeps the records
 * it was sent by citizen, kind and id, and gives the cursor back as it got it.
 */
public final class Tablet {

  public final UUID id;
  public final TestUser user;
  public String cursor;
  public String epoch;
  public String acknowledged;
  public JsonNode reference;
  private Map<UUID, Map<String, Map<String, JsonNode>>> held = new TreeMap<>();

  private Tablet(UUID id, TestUser user) {
    this.id = id;
    this.user = user;
  }

  /** Registered for that person. */
  public static Tablet of(World world, TestUser user) {
    return of(world, user, Ids.next());
  }

  /** As above, of a tablet that several people use. */
  public static Tablet of(World world, TestUser user, UUID id) {
    world.past(
        "insert into device (municipality_id, id, user_id, name, client_version, registered_at)"
            + " values (:m, '%s', '%s', 'Tavle', '1.4.0', now()) on conflict do nothing"
                .formatted(id, user.id()));
    return new Tablet(id, user);
  }

  /** The same tablet at an earlier moment, to go on from there again. */
  public Tablet copy() {
    var copy = new Tablet(id, user);
    copy.cursor = cursor;
    copy.epoch = epoch;
    copy.acknowledged = acknowledged;
    copy.reference = reference;
    held.forEach((citizen, kinds) -> copy.held.put(citizen, copyOf(kinds)));
    return copy;
  }

  private static Map<String, Map<String, JsonNode>> copyOf(
      Map<String, Map<String, JsonNode>> kinds) {
    var copy = new TreeMap<String, Map<String, JsonNode>>();
    kinds.forEach((kind, records) -> copy.put(kind, new TreeMap<>(records)));
    return copy;
  }

  /** What it sends. */
  public Map<String, Object> request(int limit) {
    var request = new LinkedHashMap<String, Object>();
    request.put("device", id);
    request.put("clientVersion", "1.4.0");
    request.put("limit", limit);
    if (epoch != null) {
      request.put("epoch", epoch);
    }
    if (cursor != null) {
      request.put("cursor", cursor);
    }
    if (acknowledged != null) {
      request.put("acknowledged", acknowledged);
    }
    return request;
  }

  /** Asks, and takes nothing in. */
  public Answer ask(int limit) {
    return Api.as(user).search("/sync/pull", request(limit));
  }

  /** One page. */
  public JsonNode pull(int limit) {
    var answer = ask(limit).ok().json();
    take(answer);
    return answer;
  }

  /** All there is, in pages; the last of them. */
  public JsonNode sync(int limit) {
    var answer = pull(limit);
    while (answer.get("more").asBoolean()) {
      answer = pull(limit);
    }
    return answer;
  }

  public JsonNode sync() {
    return sync(500);
  }

  public Set<UUID> citizens() {
    return Set.copyOf(held.keySet());
  }

  /** Its records of a citizen by kind and id; a single record has the id "". */
  public Map<String, Map<String, JsonNode>> of(UUID citizenId) {
    return held.getOrDefault(citizenId, Map.of());
  }

  /** The ids it holds of a kind. */
  public Set<UUID> ids(UUID citizenId, String kind) {
    return of(citizenId).getOrDefault(kind, Map.of()).keySet().stream()
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  public JsonNode one(UUID citizenId, String kind) {
    return of(citizenId).get(kind).get("");
  }

  public void take(JsonNode answer) {
    answer.get("removals").forEach(id -> held.remove(UUID.fromString(id.asText())));
    answer.get("citizens").forEach(this::takeCitizen);
    if (answer.has("reference")) {
      reference = answer.get("reference");
    }
    cursor = answer.get("cursor").asText();
    epoch = answer.get("epoch").asText();
  }

  private void takeCitizen(JsonNode citizen) {
    var id = UUID.fromString(citizen.get("id").asText());
    if (citizen.get("whole").asBoolean()) {
      held.remove(id);
    }
    var kinds = held.computeIfAbsent(id, _ -> new TreeMap<>());
    citizen
        .properties()
        .forEach(
            part -> {
              var records = kinds.computeIfAbsent(part.getKey(), _ -> new TreeMap<>());
              if (part.getValue().isArray()) {
                part.getValue().forEach(one -> records.put(one.get("id").asText(), one));
              } else if (part.getValue().isObject()) {
                records.put("", part.getValue());
              }
            });
    kinds.values().removeIf(Map::isEmpty);
  }
}
