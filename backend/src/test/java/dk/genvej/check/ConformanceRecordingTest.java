package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Records the exchanges of the conformance kit from a real server, and holds the kept ones against
 * them.
 */
class ConformanceRecordingTest {

  private static final Path KIT = Path.of("..", "mobile-api-spec", "conformance");

  private static Site site;
  private static Scenes scenes;
  private static Path home;

  private Scene scene;
  private RecordedExchanges exchanges;
  private Tablet tablet;

  @BeforeAll
  static void start() throws IOException {
    home = Files.createTempDirectory(Path.of("target"), "conformance");
    site = Site.start(home);
    scenes = new Scenes(site);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void begin() throws IOException {
    scene = scenes.next();
    exchanges = new RecordedExchanges(site.transport(scene.anna()));
    tablet = tablet(exchanges);
  }

  private Tablet tablet(dk.genvej.client.Transport transport) throws IOException {
    var folder = home.resolve(UUID.randomUUID().toString());
    return Tablet.of(folder, scene, scene.anna(), transport, Duration.ZERO, 0, 0);
  }

  @Test
  void firstSync() throws IOException {
    exchanges.withReference();
    sync();
    standing();
    kept("1-first-sync", "An unknown device registers, and takes everything down.");
  }

  @Test
  void upload() throws IOException {
    sync();
    note("note1");
    note("note2", "note1");
    sync();
    standing();
    sync();
    kept("2-upload", "Two writes, the second resting on the first, go up in order.");
  }

  @Test
  void lostAnswer() throws IOException {
    sync();
    note("note1");
    exchanges.cutNext();
    sync();
    standing();
    sync();
    standing();
    kept("3-lost-answer", "The answer to a push is lost: the same is sent again, and had landed.");
  }

  @Test
  void rejected() throws IOException {
    sync();
    exchanges.named(tablet.unsound(false), "foreign", Map.of("courseId", last(Intent.Kind.NOTE)));
    note("note1");
    sync();
    standing();
    kept("4-rejected", "One that cannot land holds up no other.");
  }

  @Test
  void conflict() throws IOException {
    sync();
    var goal = tablet.goal("Jeg vil selv gå i bad");
    exchanges.named(goal, "goal", course());
    sync();
    try (var other = tablet(site.transport(scene.anna()))) {
      other.sync();
      other.change(
          goal.resource(), Schedule.values(other.goals().getFirst()), 1, Map.of("target", "Alle"));
      other.sync();
    }
    var mine =
        tablet.change(
            goal.resource(),
            Schedule.values(tablet.goals().getFirst()),
            1,
            Map.of("target", "Tre"));
    exchanges.named(mine, "change", Map.of("goalId", goal.resource()));
    sync();
    standing();
    kept("5-conflict", "Somebody changed the same: the person decides.");
  }

  @Test
  void held() throws IOException {
    sync();
    try (var other = tablet(site.transport(scene.anna()))) {
      other.sync();
      var first = other.note("Den første, på en anden tavle");
      var second = tablet.note("Den anden", first.mutation());
      exchanges.named(second, "second", course());
      sync();
      standing();
      other.sync();
    }
    sync();
    standing();
    kept("6-held", "What rests on another tablet's write is held until that arrives.");
  }

  @Test
  void epoch() throws IOException, SQLException {
    sync();
    note("note1");
    sync();
    try (var superuser = site.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          "insert into sync_epoch (municipality_id, id, follows, drawn_at, reason,"
              + " system_identifier, timeline) select municipality_id, gen_random_uuid(), id,"
              + " clock_timestamp(), 'COMMAND', system_identifier, timeline from sync_epoch where"
              + " municipality_id = "
              + scene.municipality()
              + " order by drawn_at desc limit 1");
    }
    sync();
    standing();
    kept("7-epoch", "The server was restored: what it had acknowledged is offered again.");
  }

  @Test
  void erasing() throws IOException {
    sync();
    note("note1");
    var path = "/devices/" + tablet.device() + "/revocation";
    new Wire(site.transport(scene.adam()))
        .online(path, UUID.randomUUID(), Map.of("reason", "Glemt i en bus"));
    sync();
    exchanges.check().put("erased", true);
    kept("8-erasing", "The device is shut out: the queue is handed in, then everything is erased.");
  }

  private void note(String name, String... after) throws IOException {
    var before =
        after.length == 0 ? new UUID[0] : new UUID[] {tablet.intents().getFirst().mutation()};
    exchanges.named(tablet.note("Gik til postkassen, " + name, before), name, course());
  }

  private Map<String, Object> course() {
    return Map.of("courseId", scene.course());
  }

  private UUID last(Intent.Kind kind) {
    return tablet.intents().stream()
        .filter(intent -> intent.kind() == kind)
        .map(Intent::course)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private void sync() throws IOException {
    exchanges.sync();
    tablet.sync();
  }

  private void standing() {
    var status = tablet.client().status();
    exchanges
        .check()
        .put("waiting", status.waiting())
        .put("held", status.held())
        .put("needAttention", status.needAttention())
        .put("quarantined", status.quarantined())
        .put("citizens", tablet.client().citizens().size());
  }

  private void kept(String name, String about) throws IOException {
    tablet.close();
    var file = KIT.resolve(name + ".json");
    var text = exchanges.text(about);
    if (Boolean.getBoolean("genvej.record")) {
      Files.writeString(file, text);
    }
    assertThat(RecordedExchanges.shape(text))
        .isEqualTo(RecordedExchanges.shape(Files.readString(file)));
  }
}
