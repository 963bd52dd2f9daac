package dk.genvej.receiver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whose word is taken: a fixed token, and those given for client credentials. */
final class Tokens {

  static final Duration LIFE = Duration.ofMinutes(10);

  private final ReceiverOptions options;
  private final InstantSource clock;
  private final Map<String, Instant> given = new ConcurrentHashMap<>();

  Tokens(ReceiverOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /** The form of RFC 6749 § 4.4; empty when it is not who it says. */
  Optional<String> give(String form) {
    var fields = fields(form);
    boolean known =
        "client_credentials".equals(fields.get("grant_type"))
            && same(options.clientId(), fields.get("client_id"))
            && same(options.clientSecret(), fields.get("client_secret"));
    if (!known) {
      return Optional.empty();
    }
    given.values().removeIf(until -> until.isBefore(clock.instant()));
    var token = UUID.randomUUID().toString();
    given.put(token, clock.instant().plus(LIFE));
    return Optional.of(token);
  }

  boolean believes(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return false;
    }
    var token = authorization.substring("Bearer ".length());
    var until = given.get(token);
    return same(options.token(), token) || (until != null && clock.instant().isBefore(until));
  }

  private static boolean same(@Nullable String known, @Nullable String shown) {
    return known != null
        && shown != null
        && MessageDigest.isEqual(
            known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var pair : form.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }
}
