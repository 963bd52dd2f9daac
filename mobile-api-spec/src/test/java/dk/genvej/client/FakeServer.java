package dk.genvej.client;

import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.Problem;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PullRequest;
import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.PushRequest;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.api.model.WipeOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The least that answers by the protocol: a set of ids that landed, and pages put up by a test. */
final class FakeServer implements Transport {

  static final OffsetDateTime NOW = OffsetDateTime.parse("2025-02-11T10:42:00+01:00");

  UUID epoch = UUID.randomUUID();
  OffsetDateTime time = NOW;
  boolean registered = true;
  boolean revoked;
  boolean tooOld;
  final Set<UUID> landed = new HashSet<>();
  final Map<UUID, MutationOutcome> outcomes = new LinkedHashMap<>();
  final Set<UUID> held = new HashSet<>();
  final Set<String> unreadable = new HashSet<>();
  final List<SyncedCitizen> citizens = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  final List<UUID> arrived = new ArrayList<>();
  int confirmations;

  @Override
  public Reply send(Call call) throws IOException {
    calls.add(call.path());
    try {
      return switch (call.path()) {
        case "/sync/push" -> push(call);
        case "/sync/pull" -> pull(Json.read(call.body(), PullRequest.class));
        case "/devices" -> register();
        default -> confirm();
      };
    } catch (IOException cut) {
      return problem(400, "MALFORMED");
    }
  }

  private Reply register() {
    registered = true;
    return ok(201, new Receipt(UUID.randomUUID(), 1));
  }

  private Reply confirm() {
    return confirmations++ == 0
        ? ok(200, new Receipt(UUID.randomUUID(), 1))
        : problem(409, "WIPE_NOT_ORDERED");
  }

  private Reply push(Call call) throws IOException {
    var request = Json.read(call.body(), PushRequest.class);
    if (!registered) {
      return problem(409, "DEVICE_NOT_REGISTERED");
    }
    if (unreadable.stream().anyMatch(new String(call.body(), StandardCharsets.UTF_8)::contains)) {
      return problem(422, "BODY_INVALID");
    }
    var results = request.getMutations().stream().map(m -> result(m.getId())).toList();
    var answer = new PushAnswer(epoch, time, "receipt", results, "1.0.0");
    if (revoked) {
      answer.setWipe(new WipeOrder(time, "Stjålet"));
    }
    return ok(200, answer);
  }

  private MutationResult result(UUID id) {
    arrived.add(id);
    if (revoked) {
      return new MutationResult(id, MutationOutcome.QUARANTINED, 202);
    }
    if (landed.contains(id)) {
      return new MutationResult(id, MutationOutcome.ALREADY_APPLIED, 201);
    }
    var outcome = outcomes.getOrDefault(id, MutationOutcome.APPLIED);
    if (outcome == MutationOutcome.APPLIED) {
      landed.add(id);
    }
    return new MutationResult(id, outcome, outcome == MutationOutcome.APPLIED ? 201 : 409);
  }

  private Reply pull(PullRequest request) {
    if (!registered) {
      return problem(409, "DEVICE_NOT_REGISTERED");
    }
    if (revoked) {
      return problem(403, "DEVICE_REVOKED");
    }
    if (tooOld) {
      return problem(409, "CLIENT_TOO_OLD");
    }
    boolean known = epoch.equals(request.getEpoch()) && request.getCursor() != null;
    int from = known ? Integer.parseInt(request.getCursor()) : 0;
    int to = Math.min(from + 2, citizens.size());
    var answer =
        new PullAnswer(
            epoch,
            time,
            Integer.toString(to),
            to < citizens.size(),
            citizens.size(),
            citizens.size() - to,
            citizens.subList(from, to),
            List.of(),
            List.copyOf(held),
            "1.0.0");
    return ok(200, answer);
  }

  private static Reply ok(int status, Object body) {
    return new Reply(status, Map.of(), Json.bytes(body));
  }

  private static Reply problem(int status, String code) {
    return new Reply(
        status, Map.of(), Json.bytes(new Problem("urn:x:" + code, code, status, code, code)));
  }
}
