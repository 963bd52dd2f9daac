package dk.genvej.exports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a course, as a record system is told it.
 *
 * @param revision grows by one with every telling that says something new; the highest counts
 * @param json the format of {@code docs/ports.md}, UTF-8
 * @param pdf the evaluation on paper; null where there is none
 */
public record CourseTold(UUID courseId, int revision, byte[] json, byte @Nullable [] pdf) {

  /** “course-0194f5a2-…-r2”: the same for the same telling, and nobody's name. */
  public String name() {
    return "course-%s-r%d".formatted(courseId, revision);
  }
}
