package dk.genvej.push;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** With a key there is a sender, without one there is none. */
@Factory
final class PushSenders {

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = "genvej.push.key-file", pattern = ".+")
  FcmSender fcm(PushSettings settings) {
    try {
      var file = Path.of(Objects.requireNonNull(settings.keyFile(), "required"));
      return FcmSender.open(FcmKey.read(file, settings.project()), settings);
    } catch (IOException unusable) {
      throw new UncheckedIOException("the key of genvej.push.key-file cannot be used", unusable);
    }
  }
}
