package dk.genvej.check;

import dk.genvej.client.HttpTransport;
import dk.genvej.client.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The backend as operators run it: a process of its own, which can be killed. */
final class Backend implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Site site;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Thread hook = new Thread(this::kill, "kill-backend");
  private @Nullable Process process;

  Backend(Site site) throws IOException {
    this.site = site;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Returns when it answers. */
  void start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dk.genvej.Application",
                "serve",
                "--config",
                configuration().toString())
            .redirectErrorStream(true)
            .redirectOutput(site.home().resolve("backend.log").toFile())
            .start();
    awaitReady(process);
  }

  private Path configuration() throws IOException {
    var settings = site.settings();
    settings.put("micronaut.server.port", port);
    var lines =
        settings.entrySet().stream()
            .map(one -> one.getKey() + ": \"" + one.getValue() + "\"")
            .collect(Collectors.joining("\n"));
    return Files.writeString(site.home().resolve("backend.yml"), lines);
  }

  private void awaitReady(Process started) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    var health = HttpRequest.newBuilder(address("/health")).timeout(START).build();
    while (System.nanoTime() < end && started.isAlive()) {
      try {
        if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        pause(LOOK);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", interrupted);
      }
    }
    throw new IOException(
        "the backend did not start: " + Files.readString(site.home().resolve("backend.log")));
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  Transport transport(Person person) {
    return new HttpTransport(address("/api/v1"), () -> site.issuer().token(person), http);
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(hook);
    http.close();
  }
}
