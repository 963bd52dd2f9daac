package dk.genvej.notification;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be woken for.
 *
 * @param quiet null for at any hour
 */
public record PushPreference(Set<NotificationKind> muted, @Nullable QuietHours quiet) {

  /** Whoever has chosen nothing is woken for everything. */
  public static final PushPreference NOTHING_CHOSEN = new PushPreference(Set.of(), null);

  public PushPreference {
    muted = Set.copyOf(muted);
    if (muted.contains(NotificationKind.N6)) {
      throw new IllegalArgumentException("an escalation cannot be muted");
    }
  }

  /** May this be pushed now? Quiet hours hold for an escalation too: it comes later, not never. */
  public PushMoment when(NotificationKind kind, Instant now) {
    if (muted.contains(kind)) {
      return new PushMoment.Never();
    }
    var end = quiet == null ? java.util.Optional.<Instant>empty() : quiet.endAfter(now);
    return end.<PushMoment>map(PushMoment.Later::new).orElseGet(PushMoment.Now::new);
  }
}
