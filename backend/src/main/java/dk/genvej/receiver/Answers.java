package dk.genvej.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/** How answers are written. */
final class Answers {

  private static final int NO_BODY = -1;

  private Answers() {}

  static void empty(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, NO_BODY);
    exchange.close();
  }

  static void json(HttpExchange exchange, int status, Object value) throws IOException {
    write(exchange, status, "application/json", value);
  }

  static void problem(HttpExchange exchange, int status, String code) throws IOException {
    problem(exchange, status, code, List.of());
  }

  static void problem(HttpExchange exchange, int status, String code, List<Violation> violations)
      throws IOException {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("title", code);
    problem.put("status", status);
    problem.put("code", code);
    if (!violations.isEmpty()) {
      problem.put("violations", violations);
    }
    write(exchange, status, "application/problem+json", problem);
  }

  /** Bad weather: a status that says nothing of the version; some say when to come back. */
  static void fault(HttpExchange exchange, int status) throws IOException {
    if (status == 429 || status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    problem(exchange, status, "BAD_WEATHER");
  }

  private static void write(HttpExchange exchange, int status, String type, Object value)
      throws IOException {
    var bytes = Ledger.JSON.writeValueAsBytes(value);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
