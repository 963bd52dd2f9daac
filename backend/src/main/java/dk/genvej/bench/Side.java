package dk.genvej.bench;

import dk.genvej.check.Issuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One server under measurement, with the tablets that are used on it. */
final class Side {

  /** Whose first sync and whose silence is measured. */
  static final int PULLER = 0;

  /** Whose citizens somebody works with between two pulls. */
  static final int CHANGED = 1;

  /** Who all pull at once: eight from here on. */
  static final int CROWD = 2;

  /** Who have never synced: five from here on. */
  static final int COLD = 10;

  /** Who hand in queues: all from here on. */
  static final int PUSHERS = 15;

  static final int CROWD_SIZE = 8;
  static final int COLD_ONES = 5;

  private final String name;
  private final URI server;
  private final HttpClient http;
  private final Issuer issuer;
  private final Map<Integer, BenchTablet> tablets = new HashMap<>();
  private @Nullable Landed landed;
  private int turn;

  /** A queue of 500 that is in the database, and who sent it. */
  private record Landed(int who, Queue queue) {}

  Side(String name, URI server, HttpClient http, Issuer issuer) {
    this.name = name;
    this.server = server;
    this.http = http;
    this.issuer = issuer;
  }

  String name() {
    return name;
  }

  static Caseload caseload(int number) {
    return new Caseload(Ground.FIRST, 0, number);
  }

  Caller caller(int caseload) {
    return new Caller(http, server, issuer.token(caseload(caseload).therapist()));
  }

  /** Registered when it is first asked for. */
  BenchTablet tablet(int caseload) {
    return tablets.computeIfAbsent(caseload, number -> BenchTablet.register(caller(number)));
  }

  /** On a tablet that has held nothing yet. */
  Caller.Reply firstSync(int caseload) {
    return BenchTablet.register(caller(caseload)).first();
  }

  /** All but those who are to be cold: the floors enter by the keys that a login stores. */
  void everybodyLogsIn() {
    for (int who = 0; who < Size.CASELOADS_A_YEAR; who++) {
      if (who < COLD || who >= PUSHERS) {
        tablet(who);
      }
    }
  }

  Caller.Reply nothingNew() {
    return tablet(PULLER).news();
  }

  Caller.Reply changes() {
    return tablet(CHANGED).news();
  }

  Caller.Reply select() {
    return caller(PULLER).get("bench/one").well();
  }

  /** Another therapist's each time. */
  Caller.Reply push(int size) {
    int who = next();
    var queue = Queue.of(caseload(who), size);
    var reply = push(who, queue, "APPLIED", size);
    if (size == 500) {
      landed = new Landed(who, queue);
    }
    return reply;
  }

  /** The last 500 once more. */
  Caller.Reply replay() {
    var last = last();
    return push(last.who, last.queue, "ALREADY_APPLIED", 500);
  }

  Caller.Reply brokenByRule() {
    int who = next();
    return push(who, Queue.of(caseload(who), 500).brokenByRule(), "APPLIED", 450);
  }

  Caller.Reply brokenInDatabase() {
    var taken = last().queue;
    int who = next();
    return push(who, Queue.of(caseload(who), 500).brokenInDatabase(taken), "APPLIED", 450);
  }

  private int next() {
    turn = turn < PUSHERS || turn == Size.CASELOADS_A_YEAR - 1 ? PUSHERS : turn + 1;
    return turn;
  }

  private Landed last() {
    if (landed == null) {
      push(500);
    }
    return Objects.requireNonNull(landed);
  }

  /** Sent by whoever's turn it is; as many must have come to this as are expected. */
  private Caller.Reply push(int who, Queue queue, String outcome, int expected) {
    var reply = caller(who).post("api/v1/sync/push", queue.body(tablet(who))).well();
    int found = reply.text().split("\"outcome\":\"" + outcome + "\"", -1).length - 1;
    if (found != expected) {
      throw new IllegalStateException(found + " instead of " + expected + " " + outcome);
    }
    return reply;
  }
}
