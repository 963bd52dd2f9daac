package dk.genvej.citizen;

import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.shared.ArrayText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The citizens of one page of a pull: what a tablet holds of each, and what is new to it. */
public final class SyncedPage {

  private final List<Line> lines;
  private final Map<UUID, SyncedCitizen> citizens = new LinkedHashMap<>();

  public SyncedPage(List<Line> lines) {
    this.lines = List.copyOf(lines);
    lines.forEach(
        line ->
            citizens.put(
                line.citizenId,
                new SyncedCitizen(line.citizenId, line.heldSeq == 0, line.courseId)));
  }

  /**
   * One citizen.
   *
   * @param courseId the open course
   * @param wholeCourse whether the caller reads the course, and not only who does what
   * @param heldSeq the change number up to which the tablet holds everything; 0 is nothing
   * @param personNew whether the citizen's own record is newer than that
   * @param dayNew whether figures that grow by the day are older than today on the tablet
   */
  public record Line(
      UUID citizenId,
      UUID courseId,
      boolean wholeCourse,
      long heldSeq,
      boolean personNew,
      boolean dayNew) {}

  /** What everybody who has to do with the citizen may see. */
  public News everybody() {
    return news(_ -> true, Line::heldSeq);
  }

  /** What those who read the whole course may see. */
  public News courses() {
    return courses(Line::heldSeq);
  }

  /**
   * As above.
   *
   * @param since the change number from which on records are new, where it is not the tablet's
   */
  public News courses(ToLongFunction<Line> since) {
    return news(Line::wholeCourse, since);
  }

  /** What is shown of a citizen of this page; parts add to it. */
  public SyncedCitizen of(UUID citizenId) {
    return Objects.requireNonNull(citizens.get(citizenId), "a part adds to citizens of the page");
  }

  public List<SyncedCitizen> citizens() {
    return List.copyOf(citizens.values());
  }

  private News news(Predicate<Line> whom, ToLongFunction<Line> since) {
    var asked = lines.stream().filter(whom).toList();
    return new News(
        ArrayText.of(asked.stream().map(Line::citizenId).toList()),
        ArrayText.of(asked.stream().map(Line::courseId).toList()),
        asked.stream()
            .map(line -> Long.toString(since.applyAsLong(line)))
            .collect(Collectors.joining(",", "{", "}")));
  }

  /** Citizen, course and change number as texts of three arrays of one length. */
  public record News(String citizens, String courses, String seqs) {

    /** Asks nothing when there is nobody to ask about. */
    public <T> List<T> read(Query<T> query) {
      return citizens.equals("{}") ? List.of() : query.read(citizens, courses, seqs);
    }
  }

  /** A statement that takes the three arrays. */
  public interface Query<T> {
    List<T> read(String citizens, String courses, String seqs);
  }
}
