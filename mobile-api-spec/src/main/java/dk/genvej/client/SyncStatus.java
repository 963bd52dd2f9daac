package dk.genvej.client;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What the client can always say about itself.
 *
 * @param everythingUpTo by the server's clock; null before the first whole pull
 * @param remaining citizens with something new that is not here yet
 * @param waiting on this device only
 * @param held on the server, until something else arrives
 * @param needAttention the person must decide
 * @param quarantined on the server, until a coordinator decides
 * @param oldestWaiting by the tablet's clock
 */
public record SyncStatus(
    @Nullable OffsetDateTime everythingUpTo,
    int remaining,
    int waiting,
    int held,
    int needAttention,
    int quarantined,
    @Nullable OffsetDateTime oldestWaiting) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** For example "you have everything up to 10:42; 3 wait; 1 needs you". */
  public String sentence(ZoneId zone) {
    var sentence = new StringBuilder(upTo(zone));
    sentence.append("; ").append(waiting).append(waiting == 1 ? " waits" : " wait");
    if (needAttention > 0) {
      sentence
          .append("; ")
          .append(needAttention)
          .append(needAttention == 1 ? " needs you" : " need you");
    }
    if (held + quarantined > 0) {
      sentence.append("; ").append(held + quarantined).append(" kept by the server");
    }
    return sentence.toString();
  }

  private String upTo(ZoneId zone) {
    if (everythingUpTo == null) {
      return "you have nothing yet";
    }
    var at = everythingUpTo.atZoneSameInstant(zone).format(CLOCK);
    return remaining == 0
        ? "you have everything up to " + at
        : "you have everything up to " + at + " but for " + remaining + " citizens";
  }
}
