package dk.genvej.check;

import dk.genvej.client.MutationState;
import dk.genvej.client.QueuedMutation;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * R8: while tablets write and send, the course is given away, a tablet is revoked, the course is
 * stopped or its citizen is merged into another record. Everything that was ever created is
 * accepted, kept by the server, or still on a tablet.
 */
final class Conservation {

  private static final double FAULTS = 0.25;

  private final Site site;
  private final Scene scene;
  private final Look look;
  private final Path home;
  private final Random random;
  private int texts;

  Conservation(Site site, Scene scene, Look look, Path home, long seed) {
    this.site = site;
    this.scene = scene;
    this.look = look;
    this.home = home;
    this.random = new Random(seed);
  }

  List<String> play() throws IOException {
    var tablets = List.of(tablet(scene.anna()), tablet(scene.anna()), tablet(scene.asta()));
    try {
      for (var tablet : tablets) {
        tablet.comeHome();
        tablet.sync();
      }
      int steps = 8 + random.nextInt(8);
      int event = random.nextInt(steps);
      for (int i = 0; i < steps; i++) {
        if (i == event) {
          happen(tablets);
        }
        step(tablets.get(random.nextInt(tablets.size())));
      }
      Schedule.comeHome(tablets);
      return judge(tablets);
    } finally {
      for (var tablet : tablets) {
        tablet.close();
      }
    }
  }

  private Tablet tablet(Person person) throws IOException {
    var folder = home.resolve(Ids.next().toString());
    var transport = site.transport(person);
    return Tablet.of(folder, scene, person, transport, Duration.ZERO, random.nextLong(), FAULTS);
  }

  private void step(Tablet tablet) throws IOException {
    if (tablet.client().erased() || random.nextInt(3) == 0) {
      tablet.sync();
    } else {
      tablet.note("Nr. " + ++texts);
    }
  }

  private void happen(List<Tablet> tablets) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> reassign();
      case 1 -> revoke(tablets.get(random.nextInt(tablets.size())));
      case 2 -> merge();
      default -> stop();
    }
  }

  private void reassign() throws IOException {
    var to = scene.asta().id().toString();
    var body = Map.of("therapistId", to, "tovholderId", to, "reason", "Anna er på barsel");
    write(scene.carla(), "/courses/" + scene.course() + "/assignment", body);
  }

  private void revoke(Tablet tablet) throws IOException {
    var path = "/devices/" + tablet.device() + "/revocation";
    write(scene.adam(), path, Map.of("reason", "Glemt i en bus"));
  }

  private void merge() throws IOException {
    var body = Map.of("mergedId", scene.citizen().toString(), "reason", "Oprettet to gange");
    write(scene.carla(), "/citizens/" + scene.twin() + "/merge", body);
  }

  private void stop() throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("reason", "DECLINED");
    body.put("stoppedOn", Time.dayOf(SystemTime.machine()).toString());
    write(scene.anna(), "/courses/" + scene.course() + "/stop", body);
  }

  private void write(Person person, String path, Object body) throws IOException {
    Wire.require(new Wire(site.transport(person)).online(path, Ids.next(), body), 200);
  }

  private List<String> judge(List<Tablet> tablets) {
    var faults = new ArrayList<String>();
    for (var tablet : tablets) {
      var created = tablet.intents().stream().map(Intent::mutation).toList();
      var accepted = look.ledger(created);
      var kept = look.kept(created);
      var there = new LinkedHashMap<UUID, MutationState>();
      tablet.queue().forEach((QueuedMutation one) -> there.put(one.id(), one.state()));
      for (var intent : tablet.intents()) {
        var id = intent.mutation();
        boolean onTablet =
            there.get(id) == MutationState.NEEDS_ATTENTION
                || there.get(id) == MutationState.WAITING;
        boolean onServer = kept.containsKey(id);
        int places = (accepted.containsKey(id) ? 1 : 0) + (onServer ? 1 : 0) + (onTablet ? 1 : 0);
        if (places != 1) {
          faults.add(
              "%s is in %d places: accepted %s, kept %s, tablet %s"
                  .formatted(id, places, accepted.get(id), kept.get(id), there.get(id)));
        }
        boolean row = look.notes().containsKey(intent.resource());
        if (row != accepted.containsKey(id)) {
          faults.add(id + (row ? " left a row unaccepted" : " was accepted and left no row"));
        }
      }
    }
    return faults;
  }
}
