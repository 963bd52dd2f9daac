package dk.genvej.bench;

import dk.genvej.check.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What one therapist has: 40 citizens with a course each, 160 goals, 240 visits and 520 scores. The
 * ids are those that {@link Town} gives in SQL.
 *
 * @param year 0 for this one, whose courses are open
 */
record Caseload(int municipality, int year, int number) {

  static final int CITIZENS = 40;
  static final int GOALS = 4;
  static final int VISITS = 6;
  static final int SCORES = 13;

  Person therapist() {
    return new Person(
        municipality, "terapeut-%d-%d".formatted(year, number), "THERAPIST", id("area"));
  }

  UUID citizen(int place) {
    return id("citizen", place);
  }

  UUID course(int place) {
    return id("course", place);
  }

  UUID goal(int place, int number) {
    return id("goal", place + " " + number);
  }

  List<UUID> citizens() {
    return IntStream.range(0, CITIZENS).mapToObj(this::citizen).toList();
  }

  UUID id(String what) {
    return hashed(what + " " + municipality + " " + year + " " + number);
  }

  private UUID id(String what, Object place) {
    return hashed(what + " " + municipality + " " + year + " " + number + " " + place);
  }

  /** As {@code md5(text)::uuid} in SQL; a name, and no secret. */
  static UUID hashed(String text) {
    try {
      var hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has MD5", impossible);
    }
  }
}
