package dk.genvej.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** One person's requests over loopback, timed from the first byte sent to the last received. */
final class Caller {

  private final HttpClient http;
  private final URI server;
  private final String token;

  /**
   * @param server with a closing slash
   */
  Caller(HttpClient http, URI server, String token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param body as it came over the wire
   */
  record Reply(double millis, int status, boolean packed, byte[] body) {

    /** The same, that has to be 2xx. */
    Reply well() {
      if (status / 100 != 2) {
        throw new IllegalStateException(status + " " + text());
      }
      return this;
    }

    String text() {
      try {
        if (!packed) {
          return new String(body, StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
          return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  Reply post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** A write outside a queue. */
  Reply write(String path, String body) {
    return send(
        request(path)
            .header("Mutation-Id", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept-Encoding", "gzip");
  }

  private Reply send(HttpRequest request) {
    try {
      long began = System.nanoTime();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      double millis = (System.nanoTime() - began) / 1e6;
      var packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
      return new Reply(millis, answer.statusCode(), packed, answer.body());
    } catch (IOException failed) {
      throw new IllegalStateException("no answer from " + request.uri().getPath(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
