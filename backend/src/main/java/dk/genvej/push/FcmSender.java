package dk.genvej.push;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.core.ApiFuture;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends by Firebase Admin SDK (FCM v1). Nothing of the SDK gets out of here: its options must not
 * be looked at by reflection, so they are no bean, and they are in no log.
 *
 * <p>Each push is a future of its own, not an element of the SDK's batch: a batch answers when its
 * slowest has, and says nothing of the others when it is given up (docs/adr/0016).
 */
final class FcmSender implements PushSender, AutoCloseable {

  /** For what was interrupted to say so. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final FirebaseApp app;
  private final FirebaseMessaging messaging;
  private final FcmThreads threads;
  private final Duration most;
  private final ReentrantLock one = new ReentrantLock();

  private FcmSender(FirebaseApp app, FcmThreads threads, Duration most) {
    this.app = app;
    this.messaging = FirebaseMessaging.getInstance(app);
    this.threads = threads;
    this.most = most;
  }

  /**
   * @throws IOException when the key's file cannot be read or is no service account's key
   */
  static FcmSender open(FcmKey key, PushSettings settings) throws IOException {
    var threads = new FcmThreads(settings.threads());
    var options =
        FirebaseOptions.builder()
            .setCredentials(credentials(key))
            .setProjectId(key.project())
            .setConnectTimeout(millis(settings.connectTime()))
            .setReadTimeout(millis(settings.readTime()))
            .setThreadManager(threads);
    if (settings.baseAddress() != null) {
      options.setHttpTransport(redirectingTo(settings.baseAddress()));
    }
    var app = FirebaseApp.initializeApp(options.build(), "genvej-" + UUID.randomUUID());
    return new FcmSender(app, threads, settings.batchTime());
  }

  private static GoogleCredentials credentials(FcmKey key) throws IOException {
    try (var in = Files.newInputStream(key.file())) {
      return GoogleCredentials.fromStream(in);
    }
  }

  /** What the SDK means for Google goes to another address: the stand-in's. */
  private static HttpTransport redirectingTo(String base) {
    return new NetHttpTransport.Builder()
        .setConnectionFactory(
            meant ->
                (HttpURLConnection) URI.create(base + meant.getFile()).toURL().openConnection())
        .build();
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  /** One batch after another: what is interrupted at the end of its time is then its own. */
  @Override
  public List<SendResult> send(List<Push> pushes) {
    if (pushes.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " at once, not " + pushes.size());
    }
    one.lock();
    try {
      var now = SystemTime.machine();
      var sent =
          pushes.stream().map(push -> messaging.sendAsync(FcmMessages.of(push, now))).toList();
      return results(sent);
    } finally {
      one.unlock();
    }
  }

  private List<SendResult> results(List<ApiFuture<String>> sent) {
    long end = System.nanoTime() + most.toNanos();
    if (!allDone(sent, end)) {
      threads.interrupt();
      allDone(sent, System.nanoTime() + GRACE.toNanos());
      sent.forEach(future -> future.cancel(true));
    }
    return sent.stream().map(FcmSender::result).toList();
  }

  private static boolean allDone(List<ApiFuture<String>> sent, long end) {
    for (var future : sent) {
      try {
        future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        return false;
      } catch (ExecutionException | CancellationException failed) {
        continue;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Of a future that is done. */
  private static SendResult result(ApiFuture<String> done) {
    try {
      done.get();
      return new SendResult.Accepted();
    } catch (CancellationException given) {
      return new SendResult.Unavailable(PushProblem.TIMED_OUT);
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof FirebaseMessagingException refused
          ? FcmAnswer.of(refused)
          : new SendResult.Unavailable(PushProblem.UNKNOWN);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new SendResult.Unavailable(PushProblem.TIMED_OUT);
    }
  }

  @Override
  public void close() {
    app.delete();
  }
}
