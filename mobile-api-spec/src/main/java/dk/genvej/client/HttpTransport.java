package dk.genvej.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/** The real way: the JDK's HTTP client, with an access token. */
public final class HttpTransport implements Transport {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final Supplier<String> token;
  private final HttpClient http;

  /**
   * @param server for example https://genvej.example/api/v1
   * @param token a valid access token; asked for at each request
   */
  public HttpTransport(URI server, Supplier<String> token, HttpClient http) {
    this.server = server;
    this.token = token;
    this.http = http;
  }

  @Override
  public Reply send(Call call) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(server + call.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .header("Accept-Encoding", "gzip");
    call.headers().forEach(request::header);
    request.POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
    try {
      return reply(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + call.path());
    }
  }

  private static Reply reply(HttpResponse<byte[]> answer) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    var body = answer.body();
    if ("gzip".equalsIgnoreCase(headers.get("Content-Encoding"))) {
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = unpacked.readAllBytes();
      }
    }
    return new Reply(answer.statusCode(), headers, body);
  }
}
