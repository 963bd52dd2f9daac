package dk.genvej.bench;

import dk.genvej.database.Installation;
import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;

/**
 * P1, P2, P3, P5 and P8 of the targets: what sync takes over HTTP, each figure beside its floor,
 * all of them in every round and in another order each time.
 */
public final class SyncBench {

  private final Options options;
  private final DemoProgress progress;

  private SyncBench(Options options, DemoProgress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * What to measure.
   *
   * @param large the size growth is measured at
   * @param rounds of measuring
   * @param warmUp seconds of the same work before
   * @param seed of the order
   * @param home for PostgreSQL and the servers' logs; data that lies there is used again
   * @param output where every single measurement is written
   */
  public record Options(Size large, int rounds, int warmUp, long seed, Path home, Path output) {}

  /** Answers what was found, as text. */
  public static String run(Options options, DemoProgress progress)
      throws IOException, SQLException, InterruptedException {
    return new SyncBench(options, progress).run();
  }

  private String run() throws IOException, SQLException, InterruptedException {
    var large = options.large();
    try (var ground = Ground.open(options.home(), large)) {
      ground.fill(ground.installation("small"), Size.ONE, progress);
      if (!large.equals(Size.ONE)) {
        ground.fill(ground.installation("large"), large, progress);
      }
    }
    // Started anew, so that nothing lies in PostgreSQL's cache yet.
    try (var ground = Ground.open(options.home(), large)) {
      return measure(ground, ground.installation("small"), ground.installation("large"));
    }
  }

  private String measure(Ground ground, Installation small, Installation large)
      throws IOException, SQLException, InterruptedException {
    var began = SystemTime.machine().truncatedTo(ChronoUnit.SECONDS);
    var load = Machine.load();
    var samples = new Samples();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var serve = ground.serve("serve", small);
        var bare = ground.bare(small);
        var grown = options.large().equals(Size.ONE) ? null : ground.serve("large", large);
        var floor = FloorServer.start(ground, small);
        var rows = ground.app(small);
        var colleague = ground.superuser(small);
        var other = ground.superuser(large)) {
      var rounds =
          new Rounds(
              new Side("serve", serve.address("/"), http, ground.issuer()),
              new Side("bare", bare.address("/"), http, ground.issuer()),
              grown == null ? null : new Side("large", grown.address("/"), http, ground.issuer()),
              new Side("floor", floor.address(), http, ground.issuer()),
              new FloorInserts(rows),
              new Changes(colleague, Side.caseload(Side.CHANGED)),
              grown == null ? null : new Changes(other, Side.caseload(Side.CHANGED)),
              samples,
              options.seed());
      rounds.run(options.warmUp(), options.rounds(), progress);
      samples.write(options.output());
      return new Report(samples, rounds.perSecond())
          .text(
              began
                  + "\n"
                  + Machine.described()
                  + "; load %s before, %s after".formatted(load, Machine.load()),
              Machine.versions(colleague),
              contents(ground, small, large),
              "seed %d, %d rounds after %d s of warm-up; every measurement in %s"
                  .formatted(options.seed(), options.rounds(), options.warmUp(), options.output()));
    }
  }

  private String contents(Ground ground, Installation small, Installation large)
      throws SQLException {
    var text =
        "municipalities × years of 1,000 courses: 1 × 1 (%s)".formatted(ground.contents(small));
    return options.large().equals(Size.ONE)
        ? text
        : text
            + "; growth to %s (%s), shared_buffers %d MB"
                .formatted(options.large(), ground.contents(large), options.large().megabytes());
  }
}
