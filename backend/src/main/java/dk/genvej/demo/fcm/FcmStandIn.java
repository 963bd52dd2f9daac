package dk.genvej.demo.fcm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** FCM v1 on loopback, with its own service account. Any token that looks like one is a device. */
public final class FcmStandIn implements AutoCloseable {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than the SDK waits within a call, so that it is ours to wait. */
  private static final Duration FOR_LONG = Duration.ofMinutes(5);

  private final String project;
  private final Supplier<Instant> clock;
  private final int most;
  private final GoogleTokens tokens;
  private final SmallServer server;
  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedDeque<Received> received = new ConcurrentLinkedDeque<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Troubles troubles = Troubles.none();
  private volatile Duration silence = Duration.ofSeconds(30);

  private FcmStandIn(String project, Supplier<Instant> clock, int most) throws IOException {
    this.project = project;
    this.clock = clock;
    this.most = most;
    this.tokens = new GoogleTokens(project);
    this.server = SmallServer.start(this::answer);
  }

  /**
   * @param clock what it dates by, and counts a Retry-After from
   * @param most how many requests it keeps; the oldest go
   */
  public static FcmStandIn start(String project, Supplier<Instant> clock, int most)
      throws IOException {
    return new FcmStandIn(project, clock, most);
  }

  /** A token as an app gets it, always the same for the same name. */
  public static String token(String name) {
    // Not of the name's hash code: of ten thousand names some would share it, and with it the
    // token.
    var named = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    var drawn = new SplittableRandom(named.getMostSignificantBits());
    var text =
        drawn
            .ints(22 + 134, 0, ALPHABET.length())
            .mapToObj(i -> ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining());
    return text.substring(0, 22) + ":APA91b" + text.substring(22);
  }

  public String address() {
    return server.address();
  }

  /** What lies in the file that the sender is given as its key. */
  public String keyFile() {
    return tokens.keyFile(address()).toPrettyString();
  }

  public FcmStandIn with(Troubles others) {
    troubles = others;
    return this;
  }

  /** How long it says nothing when it lets somebody wait in vain. */
  public FcmStandIn silentFor(Duration time) {
    silence = time;
    return this;
  }

  /** The app is gone from the device: its token is dead. */
  public void uninstall(String token) {
    dead.add(token);
  }

  /** Every access token so far is void. */
  public void expireAccess() {
    tokens.expire();
  }

  /** The most requests that were ever under way together. */
  public int mostAtOnce() {
    return server.mostAtOnce();
  }

  /** All requests for messages it still has, in the order they came. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  private HttpReply answer(HttpCall call) {
    if (call.method().equals("POST") && call.path().equals(GoogleTokens.PATH)) {
      return tokens.exchange(call);
    }
    if (!call.method().equals("POST")
        || !call.path().equals("/v1/projects/" + project + "/messages:send")) {
      return Refusals.noSuchPath();
    }
    if (!tokens.accepts(call.header("authorization"))) {
      return Refusals.unauthenticated();
    }
    return judge(call);
  }

  private HttpReply judge(HttpCall call) {
    JsonNode request;
    try {
      request = JSON.readTree(call.text());
    } catch (JsonProcessingException notJson) {
      return Refusals.invalidField("", "Invalid JSON payload received.");
    }
    var token = request.at("/message/token").asText();
    var wrong = MessageRules.of(request);
    if (wrong != null) {
      var refused = Refusals.invalidField(wrong.field(), wrong.description());
      return keep(call, token, Trouble.NONE, false, refused);
    }
    if (!MessageRules.isToken(token)) {
      return keep(call, token, Trouble.NONE, false, Refusals.invalidToken());
    }
    if (dead.contains(token)) {
      return keep(call, token, Trouble.NONE, false, Refusals.unregistered());
    }
    return fare(call, token, troubles.next(token));
  }

  private HttpReply fare(HttpCall call, String token, Trouble trouble) {
    return switch (trouble) {
      case NONE -> keep(call, token, trouble, true, taken());
      case SLOW ->
          new HttpReply.Slow(Duration.ofMillis(100), keep(call, token, trouble, true, taken()));
      case MESSAGE_INVALID ->
          keep(call, token, trouble, false, Refusals.invalidField("message.data", "Invalid value"));
      case ACCESS_TOKEN_EXPIRED -> {
        tokens.expire();
        yield keep(call, token, trouble, false, Refusals.unauthenticated());
      }
      case SENDER_ID_MISMATCH -> keep(call, token, trouble, false, Refusals.senderIdMismatch());
      case UNREGISTERED -> {
        dead.add(token);
        yield keep(call, token, trouble, false, Refusals.unregistered());
      }
      case PROJECT_QUOTA ->
          keep(call, token, trouble, false, Refusals.projectQuota(Duration.ofMinutes(1)));
      case DEVICE_QUOTA ->
          keep(call, token, trouble, false, Refusals.deviceQuota(Duration.ofMinutes(3)));
      case INTERNAL -> keep(call, token, trouble, false, Refusals.internal());
      case UNAVAILABLE -> keep(call, token, trouble, false, Refusals.unavailable());
      case UNAVAILABLE_FOR_LONG ->
          keep(call, token, trouble, false, Refusals.after(FOR_LONG, Refusals.unavailable()));
      case TIME_OUT -> untold(call, token, trouble, false, new HttpReply.Silence(silence));
      case RESET -> untold(call, token, trouble, false, new HttpReply.Reset());
      case ANSWER_LOST -> untold(call, token, trouble, true, new HttpReply.Reset());
    };
  }

  private HttpReply.Answer taken() {
    return HttpReply.of(
        200,
        JSON.createObjectNode()
            .put("name", "projects/" + project + "/messages/" + (count.get() + 1))
            .toString());
  }

  private HttpReply.Answer keep(
      HttpCall call, String token, Trouble trouble, boolean taken, HttpReply.Answer answer) {
    var after = Long.parseLong(answer.headers().getOrDefault("Retry-After", "0"));
    keep(call, token, trouble, taken, answer.status(), after);
    return answer;
  }

  private HttpReply untold(
      HttpCall call, String token, Trouble trouble, boolean taken, HttpReply reply) {
    keep(call, token, trouble, taken, 0, 0);
    return reply;
  }

  private synchronized void keep(
      HttpCall call, String token, Trouble trouble, boolean taken, int status, long after) {
    int nth = count.incrementAndGet();
    received.add(new Received(nth, clock.get(), token, call.text(), trouble, taken, status, after));
    if (received.size() > most) {
      received.removeFirst();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
