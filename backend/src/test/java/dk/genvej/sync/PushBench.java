package dk.genvej.sync;

import static dk.genvej.testing.Outbox.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Prints how long a push takes over HTTP, warm, and where the time goes. Asserts nothing and is no
 * part of a run of all tests; run by its name.
 */
class PushBench {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final int ROUNDS = Integer.getInteger("genvej.bench.rounds", 40);

  private final HttpClient client = HttpClient.newHttpClient();
  private final World world = new World().on("2025-02-20", "12:05");
  private final List<UUID> courses =
      IntStream.range(0, 40).mapToObj(_ -> CourseFixture.aCourse(world).make().courseId()).toList();
  private final Outbox tablet = Outbox.of(world, world.anna);
  private final String token = TestServer.running().issuer().token(world.anna);

  @Test
  void printsTheFigures() {
    print("20 mutations", ROUNDS * 3, () -> queue(20));
    print("500 mutations", ROUNDS, () -> queue(500));
    var sent = queue(500);
    send(text(sent));
    print("500 again", ROUNDS, () -> sent);
    print("500, 10 % refused by rules", ROUNDS, () -> bad(queue(500)));
    var taken = queue(500);
    send(text(taken));
    print("500, 2 refused by the database", ROUNDS / 2, () -> taken(queue(500), taken, 250));
    print("500, 10 % refused by the database", ROUNDS / 4, () -> taken(queue(500), taken, 10));
    print("nothing", ROUNDS * 3, List::of);
    System.out.println("statements, 500: " + statements(text(queue(500))));
    profile(() -> queue(500));
  }

  private void print(String what, int rounds, Supplier<List<Map<String, Object>>> queue) {
    var times = new ArrayList<Double>();
    for (int i = 0; i < rounds + rounds / 3; i++) {
      var text = text(queue.get());
      long before = System.nanoTime();
      send(text);
      if (i >= rounds / 3) {
        times.add((System.nanoTime() - before) / 1e6);
      }
    }
    times.sort(Comparator.naturalOrder());
    System.out.printf(
        "BENCH %-36s median %7.1f ms   p95 %7.1f ms   best %7.1f ms%n",
        what, times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.getFirst());
  }

  private int statements(String text) {
    return QueryCount.during(() -> send(text)).size();
  }

  /** Which of our methods the server's thread is in, sampled. */
  private void profile(Supplier<List<Map<String, Object>>> queue) {
    var seen = new HashMap<String, Integer>();
    var leaves = new HashMap<String, Integer>();
    var going = new AtomicBoolean(true);
    var sampler = Thread.ofPlatform().start(() -> sample(going, seen, leaves));
    for (int i = 0; i < ROUNDS; i++) {
      send(text(queue.get()));
    }
    going.set(false);
    try {
      sampler.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    top("PROFILE ", seen);
    top("LEAF ", leaves);
  }

  private static void sample(
      AtomicBoolean going, Map<String, Integer> seen, Map<String, Integer> leaves) {
    while (going.get()) {
      Thread.getAllStackTraces()
          .forEach(
              (_, trace) -> {
                var ours =
                    java.util.Arrays.stream(trace)
                        .filter(one -> one.getClassName().startsWith("dk.genvej."))
                        .filter(one -> !one.getClassName().contains("PushBench"))
                        .map(
                            one ->
                                one.getClassName().replaceAll(".*\\.", "")
                                    + "."
                                    + one.getMethodName())
                        .collect(Collectors.toSet());
                if (ours.stream()
                    .anyMatch(one -> one.startsWith("PushDesk") || one.startsWith("BodyReader"))) {
                  ours.forEach(one -> seen.merge(one, 1, Integer::sum));
                  leaves.merge(
                      trace[0].getClassName() + "." + trace[0].getMethodName(), 1, Integer::sum);
                  seen.merge("all", 1, Integer::sum);
                }
              });
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  private static void top(String label, Map<String, Integer> counts) {
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(40)
        .forEach(one -> System.out.println(label + one.getValue() + " " + one.getKey()));
  }

  private List<Map<String, Object>> queue(int size) {
    return IntStream.range(0, size).mapToObj(this::one).toList();
  }

  private Map<String, Object> one(int i) {
    var course = courses.get(i % courses.size());
    return i % 3 == 0
        ? tablet.note(
            course, "Gik til postkassen og tilbage uden at holde pause, nr. " + i, MORNING)
        : tablet.visit(course, MORNING);
  }

  private List<Map<String, Object>> bad(List<Map<String, Object>> queue) {
    var some = new ArrayList<>(queue);
    for (int i = 0; i < some.size(); i += 10) {
      some.set(i, tablet.visit(courses.get(i % courses.size()), "2025-03-20T09:10:00+01:00"));
    }
    return some;
  }

  /** With ids that are taken. */
  private static List<Map<String, Object>> taken(
      List<Map<String, Object>> queue, List<Map<String, Object>> others, int every) {
    var some = new ArrayList<>(queue);
    for (int i = 5; i < some.size(); i += every) {
      some.set(i, with(others.get(i), "id", Ids.next()));
    }
    return some;
  }

  private String text(List<Map<String, Object>> queue) {
    try {
      return JSON.writeValueAsString(tablet.request(queue));
    } catch (com.fasterxml.jackson.core.JsonProcessingException failed) {
      throw new AssertionError(failed);
    }
  }

  private void send(String text) {
    var request =
        HttpRequest.newBuilder(URI.create(TestServer.running().url() + "/api/v1/sync/push"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.body());
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
