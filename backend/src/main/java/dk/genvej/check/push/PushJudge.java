package dk.genvej.check.push;

import dk.genvej.check.push.PushRows.Row;
import dk.genvej.demo.fcm.Received;
import dk.genvej.demo.fcm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds what FCM was sent against what it had said, and both against the database (R10): no request
 * to a dead token, none before its Retry-After is over, nothing left waiting, nothing told as taken
 * twice, and every state true.
 */
public final class PushJudge {

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final List<Received> received;
  private final Function<String, UUID> deviceOf;
  private final List<String> faults = new ArrayList<>();

  private PushJudge(List<Received> received, Function<String, UUID> deviceOf) {
    this.received = received.stream().sorted(Comparator.comparingInt(Received::nth)).toList();
    this.deviceOf = deviceOf;
  }

  /** One sentence for each thing that is wrong. */
  public static List<String> faults(
      List<Received> received, Function<String, UUID> deviceOf, List<Row> rows) {
    var judge = new PushJudge(received, deviceOf);
    judge.deadTokens();
    judge.retryAfterOfDevices();
    judge.retryAfterOfEverybody();
    judge.rows(rows);
    return judge.faults;
  }

  private void deadTokens() {
    var dead = new HashMap<String, Integer>();
    for (var one : received) {
      var since = dead.get(one.token());
      if (since != null) {
        faults.add("request %d went to a token that died in %d".formatted(one.nth(), since));
      }
      if (one.status() == 404) {
        dead.putIfAbsent(one.token(), one.nth());
      }
    }
  }

  private void retryAfterOfDevices() {
    var until = new HashMap<String, Instant>();
    for (var one : received) {
      var wait = until.get(one.token());
      if (wait != null && one.at().isBefore(wait)) {
        faults.add("request %d came at %s, not %s".formatted(one.nth(), one.at(), wait));
      }
      if (one.retryAfter() > 0) {
        until.put(one.token(), one.at().plusSeconds(one.retryAfter()));
      }
    }
  }

  /** What was under way at the very moment could not know of it yet. */
  private void retryAfterOfEverybody() {
    Instant told = Instant.MIN;
    Instant until = Instant.MIN;
    for (var one : received) {
      if (one.at().isAfter(told) && one.at().isBefore(until)) {
        faults.add("request %d came before everybody's %s".formatted(one.nth(), until));
      }
      if (one.retryAfter() > 0 && one.trouble() != Trouble.DEVICE_QUOTA) {
        told = one.at();
        until = one.at().plusSeconds(one.retryAfter());
      }
    }
  }

  private void rows(List<Row> rows) {
    var requests = received.stream().collect(Collectors.groupingBy(this::key));
    for (var row : rows) {
      var mine = requests.getOrDefault(row.notification() + " " + row.device(), List.of());
      row(row, mine);
    }
    if (requests.size() > rows.size()) {
      faults.add("more was sent than there are pushes");
    }
  }

  private String key(Received one) {
    var id = ID.matcher(one.body());
    return (id.find() ? id.group(1) : "?") + " " + deviceOf.apply(one.token());
  }

  private void row(Row row, List<Received> requests) {
    long told = requests.stream().filter(one -> one.status() == 200).count();
    long taken = requests.stream().filter(Received::taken).count();
    long lost = requests.stream().filter(one -> one.taken() && one.status() == 0).count();
    if (!row.done()) {
      faults.add(row + " is stuck");
    }
    if (told > 1 || taken > lost + 1) {
      faults.add(row + " was pushed " + told + " times");
    }
    int last = requests.isEmpty() ? -1 : requests.getLast().status();
    if (!fits(row, told, last)) {
      faults.add(row + " after " + told + " accepted and " + last + " in the end");
    }
  }

  private static boolean fits(Row row, long told, int last) {
    return switch (row.state()) {
      case "ACCEPTED" -> told == 1 && last == 200;
      case "DEAD" -> told == 0 && last == 404;
      case "REJECTED" -> told == 0 && Set.of(400, 403).contains(last);
      case "DROPPED" -> told == 0;
      default -> false;
    };
  }
}
