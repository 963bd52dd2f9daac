package dk.genvej.client;

import dk.genvej.api.model.DeviceDraft;
import dk.genvej.api.model.Problem;
import dk.genvej.api.model.PullRequest;
import dk.genvej.api.model.WipeReceipt;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The four requests of a device. */
final class Exchange {

  /** Without a Retry-After. */
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final Transport transport;
  private final Device device;

  Exchange(Transport transport, Device device) {
    this.transport = transport;
    this.device = device;
  }

  Heard pull(Position position, SyncStatus status) {
    var request = new PullRequest(device.id(), device.clientVersion());
    request.setEpoch(position.epoch());
    request.setCursor(position.cursor());
    request.setAcknowledged(position.receipt());
    request.setWaiting(status.waiting());
    request.setNeedAttention(status.needAttention());
    request.setOldestWaiting(status.oldestWaiting());
    return post("/sync/pull", null, Json.bytes(request));
  }

  /** A push request without its mutations. */
  @Serdeable
  record PushHead(
      UUID device,
      String clientVersion,
      @Nullable UUID epoch,
      @Nullable String acknowledged,
      OffsetDateTime sentAt) {}

  /** The mutations go in as they were recorded, to the character: see {@link QueuedMutation}. */
  Heard push(Position position, List<QueuedMutation> mutations, OffsetDateTime sentAt) {
    var head =
        Json.text(
            new PushHead(
                device.id(), device.clientVersion(), position.epoch(), position.receipt(), sentAt));
    var items =
        mutations.stream()
            .map(QueuedMutation::json)
            .collect(Collectors.joining(",", ",\"mutations\":[", "]}"));
    var body = head.substring(0, head.length() - 1) + items;
    return post("/sync/push", null, body.getBytes(StandardCharsets.UTF_8));
  }

  Heard register(UUID mutation) {
    var draft = new DeviceDraft(device.id(), device.name(), device.clientVersion());
    return post("/devices", mutation, Json.bytes(draft));
  }

  Heard confirmErasure(Erasure erasure) {
    var receipt = new WipeReceipt(erasure.erasedAt(), erasure.unsent());
    var path = "/devices/" + device.id() + "/wipe-receipt";
    return post(path, erasure.mutation(), Json.bytes(receipt));
  }

  private Heard post(String path, @Nullable UUID mutation, byte[] body) {
    var headers = new HashMap<String, String>();
    if (mutation != null) {
      headers.put("Mutation-Id", mutation.toString());
    }
    try {
      return heard(transport.send(new Transport.Call(path, Map.copyOf(headers), body)));
    } catch (IOException lost) {
      return new Heard.Nothing();
    }
  }

  private static Heard heard(Transport.Reply reply) {
    int status = reply.status();
    if (status >= 200 && status < 300) {
      return new Heard.Answer(reply.body());
    }
    if (status == 429 || status >= 500) {
      return new Heard.Later(wait(reply.headers().get("Retry-After")));
    }
    try {
      return new Heard.Refusal(Json.read(reply.body(), Problem.class));
    } catch (IOException notOurs) {
      // A portal or proxy on the way answered, as hotels' do: nothing of ours was reached.
      return new Heard.Nothing();
    }
  }

  private static Duration wait(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : A_WHILE;
  }
}
