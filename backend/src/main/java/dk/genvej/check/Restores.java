package dk.genvej.check;

import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * R7: the database is restored to a moment that the tablets are ahead of, in turn from a copied
 * folder and into a new cluster. After one sync each, everything they were told is saved is back.
 */
final class Restores {

  private static final int SCENES = 3;

  private final Site site;
  private final Scenes scenes;
  private final Path home;
  private final AtomicInteger folders = new AtomicInteger();
  private Path current;

  Restores(Site site, Scenes scenes, Path home) {
    this.site = site;
    this.scenes = scenes;
    this.home = home;
    this.current = site.home().resolve("postgres");
  }

  List<String> play(int number, Tally tally) throws IOException, SQLException {
    var tablets = new ArrayList<List<Tablet>>();
    var places = new ArrayList<Scene>();
    for (int i = 0; i < SCENES; i++) {
      var scene = scenes.next();
      places.add(scene);
      tablets.add(List.of(tablet(scene, number, 0), tablet(scene, number, 1)));
    }
    for (var pair : tablets) {
      work(pair, "før");
    }
    var folder = backedUpAnd(number % 2 == 0, () -> tablets.forEach(pair -> work(pair, "efter")));
    site.stop();
    site.startOn(folder);
    current = folder;
    return judge(places, tablets, tally);
  }

  private List<String> judge(List<Scene> places, List<List<Tablet>> tablets, Tally tally)
      throws IOException, SQLException {
    var faults = new ArrayList<String>();
    for (int i = 0; i < SCENES; i++) {
      var pair = tablets.get(i);
      try (var superuser = site.superuser()) {
        Schedule.comeHome(pair);
        faults.addAll(Model.faults(new Look(superuser, places.get(i)), pair, tally));
        if (epochs(superuser, places.get(i)) < 2) {
          faults.add("the epoch is still the one before the restore");
        }
      } finally {
        for (var tablet : pair) {
          tablet.close();
        }
      }
    }
    return faults;
  }

  private static int epochs(java.sql.Connection superuser, Scene scene) throws SQLException {
    try (var query =
        superuser.prepareStatement("select count(*) from sync_epoch where municipality_id = ?")) {
      query.setInt(1, scene.municipality());
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private Tablet tablet(Scene scene, int number, int which) throws IOException {
    var person = which == 0 ? scene.anna() : scene.asta();
    var folder = home.resolve("restore" + number + "-" + scene.number() + "-" + which);
    var transport = site.transport(person);
    return Tablet.of(folder, scene, person, transport, Duration.ZERO, 0, 0);
  }

  /** Anna's tablet sets and changes a goal, both write, and the last note stays unsent. */
  private void work(List<Tablet> pair, String when) {
    try {
      var anna = pair.getFirst();
      anna.note(when + " 1");
      var known = anna.goals();
      if (known.isEmpty()) {
        anna.goal("Jeg vil selv gå i bad");
      } else {
        var goal = known.getFirst();
        var values = Schedule.values(goal);
        anna.change(goal.getId(), values, goal.getVersion(), Map.of("target", when));
      }
      anna.sync();
      pair.getLast().visit(when + " 2");
      pair.getLast().sync();
      anna.note(when + " usendt");
    } catch (IOException failed) {
      throw new IllegalStateException("the work before a restore failed", failed);
    }
  }

  /** Answers the folder of the database as it was before the work. */
  private Path backedUpAnd(boolean copied, Runnable work) throws IOException, SQLException {
    var folder = site.home().resolve("restored" + folders.incrementAndGet());
    if (copied) {
      site.stop();
      Backup.copy(current, folder);
      site.startOn(current);
      work.run();
      return folder;
    }
    try (var other = EmbeddedPostgres.start(PostgresOptions.fleetingAt(folder))) {
      var installation = Site.installation(other);
      try (var from = site.superuser();
          var to =
              DriverManager.getConnection(
                  installation.url(), other.superuser(), other.password())) {
        Backup.rows(from, to);
      }
    }
    work.run();
    return folder;
  }
}
