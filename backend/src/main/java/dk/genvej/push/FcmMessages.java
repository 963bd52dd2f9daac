package dk.genvej.push;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.ApsAlert;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.WebpushConfig;
import java.time.Duration;
import java.time.Instant;

/**
 * A wake-up as FCM takes it, with what each vendor asks for so that a sleeping tablet wakes.
 *
 * <ul>
 *   <li>Android: a data message of high priority wakes the app also in Doze.
 *   <li>Apple: priority 10 is for what shows something, so there is an alert; it names a text of
 *       the app's own ({@value #APPLE_TEXT}) and holds none. mutable-content lets the app fetch the
 *       message from the inbox before it is shown, content-available wakes it in the background.
 *   <li>Browsers: RFC 8030 TTL, Urgency and Topic.
 * </ul>
 *
 * <p>One of a kind waits for a device that is off: the kind is the collapse key, which FCM keeps
 * four of for each device.
 */
final class FcmMessages {

  /** Over a weekend; on the third day the inbox is read anyway. */
  static final Duration KEPT = Duration.ofDays(3);

  /** The app's own text "there is a message", by key. */
  static final String APPLE_TEXT = "GENVEJ_MESSAGE";

  private FcmMessages() {}

  /**
   * @param now of the machine: what Apple is told of is a moment, not a time to live
   */
  // Apps still get registration tokens; the installation ids that are to follow them come later.
  @SuppressWarnings("deprecation")
  static Message of(Push push, Instant now) {
    var kind = push.wake().kind().name();
    return Message.builder()
        .setToken(push.token())
        .putAllData(push.wake().data())
        .setAndroidConfig(android(kind))
        .setApnsConfig(apple(kind, now.plus(KEPT)))
        .setWebpushConfig(browser(kind))
        .build();
  }

  private static AndroidConfig android(String kind) {
    return AndroidConfig.builder()
        .setPriority(AndroidConfig.Priority.HIGH)
        .setTtl(KEPT.toMillis())
        .setCollapseKey(kind)
        .build();
  }

  private static ApnsConfig apple(String kind, Instant until) {
    return ApnsConfig.builder()
        .putHeader("apns-push-type", "alert")
        .putHeader("apns-priority", "10")
        .putHeader("apns-expiration", Long.toString(until.getEpochSecond()))
        .putHeader("apns-collapse-id", kind)
        .setAps(
            Aps.builder()
                .setAlert(ApsAlert.builder().setLocalizationKey(APPLE_TEXT).build())
                .setContentAvailable(true)
                .setMutableContent(true)
                .build())
        .build();
  }

  private static WebpushConfig browser(String kind) {
    return WebpushConfig.builder()
        .putHeader("TTL", Long.toString(KEPT.toSeconds()))
        .putHeader("Urgency", "high")
        .putHeader("Topic", kind)
        .build();
  }
}
