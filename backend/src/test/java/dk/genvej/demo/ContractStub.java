package dk.genvej.demo;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges every request by the contract and answers just enough for a client to go on. */
final class ContractStub implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenApiInteractionValidator judge =
      OpenApiInteractionValidator.createForInlineApiSpecification(contract())
          .withBasePathOverride("/api/v1")
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private final HttpServer server;
  private String today = Demo.SMALL_BEGINS.toString();
  final List<String> asked = new ArrayList<>();
  final List<String> broken = new ArrayList<>();

  ContractStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().getPath();
    if (path.startsWith("/api/v1")) {
      judge(exchange, path, body);
    }
    if (path.equals("/demo/clock") && !body.isEmpty()) {
      today = JSON.readTree(body).path("today").asText();
    }
    var text = JSON.writeValueAsBytes(reply(path.replace("/api/v1", "")));
    exchange.sendResponseHeaders(200, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private void judge(HttpExchange exchange, String path, String body) {
    var method = exchange.getRequestMethod();
    asked.add(method + " " + path);
    var request = new SimpleRequest.Builder(Request.Method.valueOf(method), path);
    exchange.getRequestHeaders().forEach((name, values) -> request.withHeader(name, values));
    var query = exchange.getRequestURI().getQuery();
    if (query != null) {
      for (var pair : query.split("&")) {
        request.withQueryParam(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    if (!body.isEmpty()) {
      request.withBody(body);
    }
    var report = judge.validateRequest(request.build());
    if (report.hasErrors()) {
      broken.add(method + " " + path + " " + report.getMessages() + " " + body);
    }
  }

  private Object reply(String path) {
    return switch (path) {
      case "/demo/users" -> new DemoUsers().all();
      case "/demo/clock" -> Map.of("today", today, "now", today + "T10:00:00+01:00");
      case "/demo/issuer/token" -> Map.of("access_token", "a-token");
      case "/codes" -> items(Map.of("code", Ids.named("a code").toString()));
      case "/instruments" -> items(Map.of("code", "COPM", "version", "1"));
      default ->
          path.endsWith("/evaluations")
              ? items(Map.of("kind", "TWELVE_WEEK", "id", Ids.named("evaluation").toString()))
              : Map.of("items", List.of(), "plan", Map.of("version", 1));
    };
  }

  private static Map<String, Object> items(Object one) {
    return Map.of("items", List.of(one));
  }

  private static String contract() {
    try (var in = ContractStub.class.getResourceAsStream("/openapi/genvej.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
