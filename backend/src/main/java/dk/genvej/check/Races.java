package dk.genvej.check;

import dk.genvej.client.Transport.Reply;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * R5: two tablets, and in every third race an online call too, send one key at the same moment; in
 * every fourth with another content. One lands, and all hear of that one.
 */
final class Races {

  private final Site site;
  private final Scene scene;
  private final Look look;
  private final Random random;

  Races(Site site, Scene scene, Look look, long seed) {
    this.site = site;
    this.scene = scene;
    this.look = look;
    this.random = new Random(seed);
  }

  /** What one of them heard. */
  private record Told(String outcome, String resource, int version) {}

  List<String> play() throws IOException {
    var wire = new Wire(site.transport(scene.anna()));
    var key = Ids.next();
    var note = Ids.next();
    boolean another = random.nextInt(4) == 0;
    var contents = List.of("Den ene", another ? "Den anden" : "Den ene");
    var tries = new ArrayList<Callable<Told>>();
    for (var text : contents) {
      var body = Wire.pushBody(wire.device(), List.of(Wire.note(key, scene, note, text)));
      tries.add(() -> pushed(wire.push(body)));
    }
    if (random.nextInt(3) == 0) {
      var path = "/courses/" + scene.course() + "/notes";
      tries.add(() -> online(wire.online(path, key, Wire.noteBody(note, contents.getFirst()))));
    }
    return judge(note, key, another, atOnce(tries));
  }

  private List<String> judge(UUID note, UUID key, boolean another, List<Told> told) {
    var faults = new ArrayList<String>();
    var landed = told.stream().filter(one -> !one.outcome().equals("MUTATION_REUSED")).toList();
    long fresh = told.stream().filter(one -> one.outcome().equals("APPLIED")).count();
    if (landed.isEmpty() || fresh > 1 || (!another && landed.size() < told.size())) {
      faults.add("told " + told);
    }
    for (var one : landed) {
      if (!one.resource().equals(note.toString()) || one.version() != 1) {
        faults.add("told " + one + " of note " + note);
      }
    }
    if (!look.notes().keySet().equals(java.util.Set.of(note))) {
      faults.add("the notes are " + look.notes());
    }
    if (!new Look.Landed(note, 1).equals(look.ledger(List.of(key)).get(key))) {
      faults.add("the ledger has " + look.ledger(List.of(key)));
    }
    return faults;
  }

  private static Told pushed(Reply reply) throws IOException {
    var result = Wire.json(Wire.require(reply, 200)).at("/results/0");
    return new Told(
        result.has("problem")
            ? result.at("/problem/code").asText()
            : result.get("outcome").asText(),
        result.path("resourceId").asText(),
        result.path("version").asInt());
  }

  /** An online call does not say whether it was the first. */
  private static Told online(Reply reply) throws IOException {
    var answer = Wire.json(reply);
    return answer.has("code")
        ? new Told(answer.get("code").asText(), "", 0)
        : new Told("ONLINE", answer.get("id").asText(), answer.get("version").asInt());
  }

  private static List<Told> atOnce(List<Callable<Told>> tries) throws IOException {
    var start = new CyclicBarrier(tries.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          tries.stream()
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            start.await();
                            return one.call();
                          }))
              .toList();
      var told = new ArrayList<Told>();
      for (var one : running) {
        told.add(one.get());
      }
      return told;
    } catch (ExecutionException failed) {
      throw new IOException("a race was not run to its end", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
