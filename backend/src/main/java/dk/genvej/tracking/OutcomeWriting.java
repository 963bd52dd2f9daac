package dk.genvej.tracking;

import dk.genvej.tracking.OutcomeSteps.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of several courses that are written at once. */
final class OutcomeWriting {

  private final int municipality;
  private final Occasion occasion;
  private final Map<UUID, OutcomePlace> courses = new LinkedHashMap<>();
  private final List<OutcomeVersion> versions = new ArrayList<>();
  private final List<OutcomeInstrument> results = new ArrayList<>();

  OutcomeWriting(int municipality, Occasion occasion) {
    this.municipality = municipality;
    this.occasion = occasion;
  }

  /** Numbers the steps of a course from its latest version on. */
  void add(CourseFacts course, List<FollowUpFacts> followUps, List<Step> steps) {
    var trackingId = Objects.requireNonNullElseGet(course.trackingId(), UUID::randomUUID);
    int version = course.latestVersion();
    for (var step : steps) {
      version++;
      add(new OutcomePlace(trackingId, version), step, cause(course, followUps, step));
      courses.put(course.id(), new OutcomePlace(trackingId, version));
    }
  }

  /** By course: the id it goes by outside, and its latest version. */
  Map<UUID, OutcomePlace> courses() {
    return courses;
  }

  List<OutcomeVersion> versions() {
    return versions;
  }

  List<OutcomeInstrument> results() {
    return results;
  }

  private void add(OutcomePlace place, Step step, Cause cause) {
    var measured = step.figures().instruments();
    var version =
        new OutcomeVersion(
            municipality,
            place.trackingId(),
            place.version(),
            step.operation(),
            step.supersedes(),
            null,
            step.figures().content(),
            OutcomeVersion.DEFINITIONS,
            occasion.historic(),
            "",
            cause,
            occasion.at());
    versions.add(version.hashed(CanonicalJson.hash(OutcomeMessage.text(version, measured))));
    measured.forEach(
        one ->
            results.add(
                new OutcomeInstrument(municipality, place.trackingId(), place.version(), one)));
  }

  /**
   * The change of this very follow-up, or of the course; else whichever was the last. One that is
   * found afterwards rests on the course as it stands.
   */
  private Cause cause(CourseFacts course, List<FollowUpFacts> followUps, Step step) {
    var causes = occasion.causes().getOrDefault(course.id(), List.of());
    var record = record(course, followUps, step.figures().key());
    return last(causes.stream().filter(one -> one.id().equals(record)))
        .or(() -> last(causes.stream()))
        .orElseGet(() -> new Cause("course", course.id(), course.version()));
  }

  private static UUID record(CourseFacts course, List<FollowUpFacts> followUps, OutcomeKey key) {
    return followUps.stream()
        .filter(one -> one.month() == key.month())
        .map(FollowUpFacts::id)
        .findFirst()
        .orElse(course.id());
  }

  private static Optional<Cause> last(Stream<Cause> causes) {
    return causes.reduce((_, later) -> later);
  }
}
