package dk.genvej.bench;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight therapists who take their caseloads down at once, over and over. */
final class Crowd {

  static final String FIGURE = "P1 8 clients ";

  private final Side side;
  private final int seconds;

  Crowd(Side side, int seconds) {
    this.side = side;
    this.seconds = seconds;
  }

  /** Answers how many a second. */
  double run(Samples samples) throws InterruptedException {
    var done = new AtomicInteger();
    var failures = new ArrayList<Throwable>();
    var clients = new ArrayList<Thread>();
    boolean floor = side.name().equals("floor");
    if (!floor) {
      for (int i = 0; i < Side.CROWD_SIZE; i++) {
        side.tablet(Side.CROWD + i).first();
      }
    }
    long began = System.nanoTime();
    long end = began + seconds * 1_000_000_000L;
    for (int i = 0; i < Side.CROWD_SIZE; i++) {
      int who = Side.CROWD + i;
      var client =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    while (System.nanoTime() < end) {
                      var reply =
                          floor
                              ? side.caller(who).post("caseload", "{}").well()
                              : side.tablet(who).first();
                      samples.add(
                          FIGURE + side.name(),
                          done.incrementAndGet(),
                          reply.millis(),
                          reply.body().length);
                    }
                  });
      client.setUncaughtExceptionHandler((_, failed) -> failures.add(failed));
      clients.add(client);
    }
    clients.forEach(Thread::start);
    for (var client : clients) {
      client.join();
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a client failed", failures.getFirst());
    }
    return done.get() / ((System.nanoTime() - began) / 1e9);
  }
}
