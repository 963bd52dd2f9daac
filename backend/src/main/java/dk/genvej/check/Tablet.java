package dk.genvej.check;

import dk.genvej.api.model.Goal;
import dk.genvej.api.model.MutationPath;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.client.BadNetwork;
import dk.genvej.client.Device;
import dk.genvej.client.QueuedMutation;
import dk.genvej.client.SyncClient;
import dk.genvej.client.SyncReport;
import dk.genvej.client.Transport;
import dk.genvej.client.Write;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A reference client in somebody's hands, and the memory of what was wanted with it. */
final class Tablet implements AutoCloseable {

  private final Path home;
  private final Scene scene;
  private final Person person;
  private final Duration clockIsOff;
  private final Transport good;
  private final BadNetwork network;
  private final Device device = new Device(Ids.next(), "Tavle", "1.2.0");
  private final List<Intent> intents = new ArrayList<>();
  private SyncClient client;

  private Tablet(
      Path home,
      Scene scene,
      Person person,
      Duration clockIsOff,
      Transport good,
      BadNetwork network)
      throws IOException {
    this.home = home;
    this.scene = scene;
    this.person = person;
    this.clockIsOff = clockIsOff;
    this.good = good;
    this.network = network;
    this.client = open(network);
  }

  /**
   * @param faults how often the network fails, from 0 to 1
   */
  static Tablet of(
      Path home,
      Scene scene,
      Person person,
      Transport transport,
      Duration clockIsOff,
      long seed,
      double faults)
      throws IOException {
    return new Tablet(
        home, scene, person, clockIsOff, transport, new BadNetwork(transport, seed, faults));
  }

  private SyncClient open(Transport transport) throws IOException {
    return SyncClient.open(
        home, person.id(), device, transport, () -> SystemTime.machine().plus(clockIsOff));
  }

  /** Switched off and on again, in the middle of whatever it did. */
  void restart() throws IOException {
    client.close();
    client = open(network);
  }

  SyncReport sync() throws IOException {
    return client.sync();
  }

  /** The network is good from now on, and what was still on its way arrives. */
  void comeHome() throws IOException {
    network.settle();
    client.close();
    client = open(good);
  }

  Intent note(String text, UUID... after) throws IOException {
    var body = body();
    body.put("text", text);
    body.put("happenedAt", someDaysAgo());
    return record(Intent.Kind.NOTE, path().courseId(scene.course()), body, 0, after, true);
  }

  Intent visit(String note, UUID... after) throws IOException {
    var body = body();
    body.put("contactType", "PHONE");
    body.put("heldAt", someDaysAgo());
    body.put("minutes", 15);
    body.put("note", note);
    return record(Intent.Kind.VISIT, path().courseId(scene.course()), body, 0, after, true);
  }

  Intent registration(String note, UUID... after) throws IOException {
    var body = body();
    body.put("outcome", "DONE");
    body.put("happenedAt", someDaysAgo());
    body.put("note", note);
    return record(
        Intent.Kind.REGISTRATION, path().agreementId(scene.agreement()), body, 0, after, true);
  }

  Intent goal(String words) throws IOException {
    var today = dk.genvej.shared.Time.dayOf(SystemTime.machine());
    var body = body();
    body.put("citizensWords", words);
    body.put("conditionId", scene.condition().toString());
    body.put("measure", "Bade om ugen");
    body.put("baseline", "Ingen");
    body.put("baselineOn", today.minusDays(10).toString());
    body.put("target", "To");
    body.put("targetOn", today.plusDays(40).toString());
    body.put("agreedWithCitizen", true);
    return record(Intent.Kind.GOAL, path().courseId(scene.course()), body, 0, new UUID[0], true);
  }

  /** Changes some properties of a goal as this tablet knows it. */
  Intent change(UUID goal, Map<String, Object> known, int version, Map<String, Object> changes)
      throws IOException {
    var body = new LinkedHashMap<>(known);
    body.remove("id");
    body.putIfAbsent("status", "OPEN");
    body.putAll(changes);
    var mine =
        intents.stream()
            .filter(i -> i.kind() == Intent.Kind.GOAL && i.resource().equals(goal))
            .map(Intent::mutation);
    return record(
        Intent.Kind.GOAL_CHANGE,
        path().goalId(goal),
        body,
        version,
        mine.limit(1).toArray(UUID[]::new),
        true);
  }

  /** A note no server may take. */
  Intent unsound(boolean tooLong) throws IOException {
    var body = body();
    body.put("happenedAt", someDaysAgo());
    body.put("text", tooLong ? "x".repeat(9_000) : "Til ingen");
    var course = tooLong ? scene.course() : Ids.next();
    return record(Intent.Kind.NOTE, path().courseId(course), body, 0, new UUID[0], false);
  }

  private static Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", Ids.next().toString());
    return body;
  }

  /** By the tablet's clock, as everything a person tells it is. */
  private String someDaysAgo() {
    return SystemTime.machine().plus(clockIsOff).minus(Duration.ofDays(3)).toString();
  }

  private static MutationPath path() {
    return new MutationPath();
  }

  private Intent record(
      Intent.Kind kind,
      MutationPath path,
      Map<String, Object> body,
      int base,
      UUID[] after,
      boolean sound)
      throws IOException {
    var write = Write.of(kind.operation(), path, body).after(after);
    var mutation = client.record(base == 0 ? write : write.onVersion(base));
    var id = body.get("id");
    var resource = id == null ? path.getGoalId() : UUID.fromString(id.toString());
    var intent =
        new Intent(mutation, kind, resource, address(path), body, base, List.of(after), sound);
    intents.add(intent);
    return intent;
  }

  private static UUID address(MutationPath path) {
    return java.util.stream.Stream.of(path.getCourseId(), path.getGoalId(), path.getAgreementId())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** The goals it has from the server. */
  List<Goal> goals() {
    return held().map(SyncedCitizen::getGoals).orElse(List.of());
  }

  Optional<SyncedCitizen> held() {
    return client.erased()
        ? Optional.empty()
        : Optional.ofNullable(client.citizens().get(scene.citizen()));
  }

  Person person() {
    return person;
  }

  UUID device() {
    return device.id();
  }

  List<Intent> intents() {
    return intents;
  }

  SyncClient client() {
    return client;
  }

  List<QueuedMutation> queue() {
    return client.erased() ? List.of() : client.mutations();
  }

  BadNetwork network() {
    return network;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
