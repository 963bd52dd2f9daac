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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The backend as operators run it: a process of its own, which can be killed. */
public final class Backend implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final String name;
  private final Path home;
  private final Launch launch;
  private final int port;
  private final Map<String, Object> settings;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Thread hook = new Thread(this::kill, "kill-backend");
  private @Nullable Process process;

  /**
   * @param name of its files in the folder
   * @param settings as a server is told them; the port is chosen here
   */
  public Backend(String name, Path home, Map<String, Object> settings, Launch launch)
      throws IOException {
    this.name = name;
    this.home = home;
    this.launch = launch;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
    this.settings = new LinkedHashMap<>(settings);
    this.settings.put("micronaut.server.port", port);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Returns when it answers. */
  public void start() throws IOException {
    var file = ServerProperties.write(settings, home.resolve(name + ".yml"));
    process =
        new ProcessBuilder(launch.command(file))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    awaitReady(process);
  }

  private Path log() {
    return home.resolve(name + ".log");
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
    throw new IOException("the backend did not start: " + Files.readString(log()));
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of something it answers. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  Transport transport(Issuer issuer, Person person) {
    return new HttpTransport(address("/api/v1"), () -> issuer.token(person), http);
  }

  /** SIGTERM; returns when it is gone. */
  void stop() throws IOException {
    var running = process;
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("the backend did not stop");
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
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
