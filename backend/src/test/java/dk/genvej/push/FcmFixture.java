package dk.genvej.push;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.notification.NotificationKind;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A stand-in of FCM and a sender that has its key. */
final class FcmFixture implements AutoCloseable {

  static final String PROJECT = "genvej-test";

  final FcmStandIn fcm;
  final FcmSender sender;

  FcmFixture() throws IOException {
    this(Duration.ofSeconds(1), Duration.ofSeconds(10));
  }

  /**
   * @param read how long one request may take
   * @param batch how long a batch may take
   */
  FcmFixture(Duration read, Duration batch) throws IOException {
    fcm = FcmStandIn.start(PROJECT, SystemTime::machine, 2_000);
    sender = open(fcm, read, batch);
  }

  static FcmSender open(FcmStandIn fcm, Duration read, Duration batch) throws IOException {
    return open(fcm, keyFile(fcm), read, batch);
  }

  static FcmSender open(FcmStandIn fcm, Path keyFile) throws IOException {
    return open(fcm, keyFile, Duration.ofSeconds(1), Duration.ofSeconds(10));
  }

  private static FcmSender open(FcmStandIn fcm, Path keyFile, Duration read, Duration batch)
      throws IOException {
    return FcmSender.open(
        FcmKey.read(keyFile, null),
        new PushSettings(
            keyFile.toString(), null, fcm.address(), 16, Duration.ofSeconds(1), read, batch));
  }

  static Push push(NotificationKind kind, String device) {
    return new Push(new Wake(kind, Ids.next()), FcmStandIn.token(device));
  }

  static Path keyFile(FcmStandIn fcm) throws IOException {
    return keyFile(fcm.keyFile());
  }

  /** Beside what else a build leaves. */
  static Path keyFile(String content) throws IOException {
    return Files.writeString(Files.createTempFile(Path.of("target"), "fcm-key", ".json"), content);
  }

  @Override
  public void close() {
    sender.close();
    fcm.close();
  }
}
