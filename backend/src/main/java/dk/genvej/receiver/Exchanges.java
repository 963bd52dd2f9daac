package dk.genvej.receiver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dk.genvej.receiver.Weather.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** One request and its answer, for each address. */
final class Exchanges {

  private static final Pattern OUTCOME =
      Pattern.compile("/outcomes/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{1,7})");
  private static final int LONGEST_BODY = 65_536;
  private static final int SHOWN = 100;

  /** Longer than any sender waits in a test. */
  private static final long SLOW_MILLIS = 1_500;

  private final Ledger ledger;
  private final Tokens tokens;
  private final Weather weather;
  private final boolean open;

  Exchanges(Ledger ledger, Tokens tokens, Weather weather, boolean open) {
    this.ledger = ledger;
    this.tokens = tokens;
    this.weather = weather;
    this.open = open;
  }

  void outcomes(HttpExchange exchange) throws IOException {
    var address = OUTCOME.matcher(exchange.getRequestURI().getPath());
    if (!address.matches() || !exchange.getRequestMethod().equals("PUT")) {
      Answers.problem(exchange, 404, "NOT_FOUND");
      return;
    }
    var trackingId = UUID.fromString(address.group(1));
    int version = Integer.parseInt(address.group(2));
    var fault = weather.over(trackingId, version);
    if (fault == Fault.RESET) {
      exchange.close();
    } else if (fault.status() > 0) {
      Answers.fault(exchange, fault.status());
    } else if (!tokens.believes(exchange.getRequestHeaders().getFirst("Authorization"))) {
      Answers.problem(exchange, 401, "UNAUTHENTICATED");
    } else {
      take(exchange, trackingId, version, fault);
    }
  }

  private void take(HttpExchange exchange, UUID trackingId, int version, Fault fault)
      throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      Answers.problem(exchange, 413, "TOO_LARGE");
      return;
    }
    var body = parse(bytes);
    if (!body.isObject()) {
      Answers.problem(exchange, 400, "NOT_JSON");
      return;
    }
    var violations = OutcomeCheck.of(body, trackingId, version);
    if (!violations.isEmpty()) {
      Answers.problem(exchange, 422, "OUTCOME_INVALID", violations);
      return;
    }
    var entry = ledger.offer(body);
    if (fault == Fault.TWICE) {
      entry = ledger.offer(body);
    }
    answer(exchange, entry, fault);
  }

  private static void answer(HttpExchange exchange, Ledger.Entry entry, Fault fault)
      throws IOException {
    if (fault == Fault.REPLY_LOST) {
      exchange.close();
      return;
    }
    if (fault == Fault.SLOW) {
      sleep();
    }
    switch (entry) {
      case ACCEPTED -> Answers.empty(exchange, 201);
      case HELD -> Answers.empty(exchange, 200);
      case TAKEN -> Answers.problem(exchange, 409, "VERSION_TAKEN");
      case OTHER_ROW ->
          Answers.problem(
              exchange, 422, "OUTCOME_INVALID", List.of(new Violation("/supersedes", "OTHER_ROW")));
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  void reconciliation(HttpExchange exchange) throws IOException {
    if (!tokens.believes(exchange.getRequestHeaders().getFirst("Authorization"))) {
      Answers.problem(exchange, 401, "UNAUTHENTICATED");
      return;
    }
    var query = Tokens.fields(String.valueOf(exchange.getRequestURI().getQuery()));
    try {
      int municipality = Integer.parseInt(query.getOrDefault("municipality", ""));
      var from = YearMonth.parse(query.getOrDefault("from", ""));
      var until = YearMonth.parse(query.getOrDefault("until", ""));
      Answers.json(exchange, 200, months(municipality, from, until));
    } catch (NumberFormatException | DateTimeException wrong) {
      Answers.problem(exchange, 400, "PARAMETER_INVALID");
    }
  }

  private Map<String, Object> months(int municipality, YearMonth from, YearMonth until) {
    var months =
        ledger.months(municipality, from, until).entrySet().stream()
            .map(
                one ->
                    Map.of(
                        "month", one.getKey().toString(),
                        "count", one.getValue().count(),
                        "hash", one.getValue().hash()))
            .toList();
    return Map.of("municipality", municipality, "months", months);
  }

  /** The latest that came, for whoever wants to look. */
  void received(HttpExchange exchange) throws IOException {
    if (open || tokens.believes(exchange.getRequestHeaders().getFirst("Authorization"))) {
      var all = ledger.held().size();
      Answers.json(exchange, 200, Map.of("versions", all, "latest", ledger.latest(SHOWN)));
    } else {
      Answers.problem(exchange, 401, "UNAUTHENTICATED");
    }
  }

  void token(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readNBytes(4096), StandardCharsets.UTF_8);
    var token = tokens.give(form);
    if (token.isEmpty()) {
      Answers.json(exchange, 401, Map.of("error", "invalid_client"));
    } else {
      Answers.json(
          exchange,
          200,
          Map.of(
              "access_token", token.get(),
              "token_type", "Bearer",
              "expires_in", Tokens.LIFE.toSeconds()));
    }
  }

  private static JsonNode parse(byte[] bytes) throws IOException {
    try {
      return Ledger.JSON.readTree(bytes);
    } catch (JsonProcessingException not) {
      return Ledger.JSON.missingNode();
    }
  }
}
