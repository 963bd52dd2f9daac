package dk.genvej.demo.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A running stand-in on loopback; ends with {@link #close()}. */
public final class StandInGateway implements AutoCloseable {

  public static final String CLIENT = "genvej";
  public static final String REALM = "https://gateway.example/auth/realms/ehealth";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLE = "/fhir/Bundle/";
  private static final String ANSWERED_BUSY_FOR = "120";
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final HttpServer server;
  private final TokenDesk tokens;
  private final ReportJudge judge;
  private final Set<String> taken = new HashSet<>();
  private final Queue<Fault> faults = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private StandInGateway(HttpServer server, RSAPublicKey client, boolean afterTransition) {
    this.server = server;
    this.tokens = new TokenDesk(client, CLIENT, REALM);
    this.judge = new ReportJudge(afterTransition);
  }

  /**
   * @param client the registered public key of the client
   * @param afterTransition whether it takes only what holds after the simplification of FSIII
   */
  public static StandInGateway start(RSAPublicKey client, boolean afterTransition) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var gateway = new StandInGateway(server, client, afterTransition);
      server.createContext("/token", gateway::token);
      server.createContext("/fhir", gateway::fhir);
      server.createContext("/received", gateway::show);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return gateway;
    } catch (IOException taken) {
      throw new UncheckedIOException("no port for the stand-in gateway", taken);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What came, in its order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** The next requests are answered so, one each. */
  public void next(Fault... how) {
    synchronized (faults) {
      faults.addAll(List.of(how));
    }
  }

  /** An intervention that the list of the stand-in does not have. */
  public void knows(String intervention, String title) {
    judge.knows(intervention, title);
  }

  /** A SAML assertion for an organisation, as KOMBIT's STS would give it. */
  public static String assertion(String sorCode, Instant until) {
    return TokenDesk.assertion(sorCode, until);
  }

  private void token(HttpExchange exchange) throws IOException {
    var token = tokens.exchange(body(exchange));
    if (token.isEmpty()) {
      answer(exchange, 400, Map.of("error", "invalid_request"));
    } else {
      answer(
          exchange,
          200,
          Map.of(
              "access_token", token.get(),
              "token_type", "Bearer",
              "expires_in", TokenDesk.GOOD_FOR.toSeconds()));
    }
  }

  private void show(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        received.stream()
            .map(one -> Map.of("id", one.id(), "status", one.status(), "report", one.report()))
            .toList());
  }

  private void fhir(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = body(exchange);
    if (!path.startsWith(BUNDLE) || !exchange.getRequestMethod().equals("PUT")) {
      outcome(exchange, 405, List.of(Issue.error("only PUT of a Bundle is taken")));
      return;
    }
    var id = path.substring(BUNDLE.length());
    var fault = nextFault();
    if (fault != null && fault != Fault.TAKEN_AND_LOST) {
      fail(exchange, fault);
      return;
    }
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var sorCode = tokens.bearer(authorization == null ? "" : authorization);
    if (sorCode.isEmpty()) {
      outcome(exchange, 401, List.of(new Issue("error", "login", "no good token")));
      return;
    }
    take(exchange, id, sorCode.get(), body, fault);
  }

  private void take(
      HttpExchange exchange, String id, String sorCode, String body, @Nullable Fault fault)
      throws IOException {
    var verdict = verdict(id, sorCode, body);
    received.add(new Received(SystemTime.machine(), sorCode, id, verdict.status(), body));
    if (fault == Fault.TAKEN_AND_LOST) {
      exchange.close();
    } else {
      outcome(exchange, verdict.status(), verdict.issues());
    }
  }

  private record Verdict(int status, List<Issue> issues) {}

  private synchronized Verdict verdict(String id, String sorCode, String body) {
    if (taken.contains(id)) {
      return new Verdict(409, List.of(new Issue("error", "duplicate", "the bundle was received")));
    }
    var bundle = parse(body);
    var issues = judge.judge(id, bundle);
    if (issues.stream().anyMatch(issue -> issue.severity().equals("error"))) {
      return new Verdict(422, issues);
    }
    if (!body.contains("\"" + sorCode + "\"")) {
      return new Verdict(403, List.of(Issue.error("the token is for another organisation")));
    }
    taken.add(id);
    judge.remember(bundle);
    return new Verdict(201, issues);
  }

  private void fail(HttpExchange exchange, Fault fault) throws IOException {
    switch (fault) {
      case BROKEN, TAKEN_AND_LOST -> exchange.close();
      case SLOW -> sleep();
      case UNAUTHORIZED -> {
        tokens.forgetAll();
        outcome(exchange, 401, List.of(new Issue("error", "login", "token withdrawn")));
      }
      case BUSY -> {
        exchange.getResponseHeaders().add("Retry-After", ANSWERED_BUSY_FOR);
        outcome(exchange, 429, List.of(new Issue("error", "throttled", "too many requests")));
      }
      case FAILING -> send(exchange, 503, "text/html", "<h1>Service Unavailable</h1>");
      case UNEXPLAINED -> send(exchange, 400, "text/plain", "Bad Request");
      case REFUSING -> outcome(exchange, 422, List.of(Issue.error("refused for 010203-1234")));
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(SLOW);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Fault nextFault() {
    synchronized (faults) {
      return faults.poll();
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode(); // Not a bundle, which the judge says.
    }
  }

  private static void outcome(HttpExchange exchange, int status, List<Issue> issues)
      throws IOException {
    answer(
        exchange,
        status,
        Map.of(
            "resourceType",
            "OperationOutcome",
            "issue",
            issues.stream()
                .map(
                    issue ->
                        Map.of(
                            "severity", issue.severity(),
                            "code", issue.code(),
                            "diagnostics", issue.text()))
                .toList()));
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, "application/fhir+json", JSON.writeValueAsString(body));
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
