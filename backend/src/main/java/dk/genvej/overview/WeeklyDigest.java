package dk.genvej.overview;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.DigestKind;
import dk.genvej.api.model.DigestLine;
import dk.genvej.api.model.DigestSection;
import dk.genvej.http.Refs;
import dk.genvej.overview.DigestRepository.Line;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The week of a visitator or coordinator, counted when it is asked for and kept nowhere. */
@Singleton
public class WeeklyDigest {

  private static final int MOST_LINES = 50;

  private final DigestRepository repository;
  private final Refs refs;

  WeeklyDigest(DigestRepository repository, Refs refs) {
    this.repository = repository;
    this.refs = refs;
  }

  /**
   * @param day null for today
   */
  public dk.genvej.api.model.WeeklyDigest week(Work work, @Nullable LocalDate day) {
    var asked = Objects.requireNonNullElse(day, work.today());
    var monday = asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var sunday = monday.plusDays(6);
    var lines = repository.week(work.municipality(), work.today(), monday, sunday, MOST_LINES);
    work.discloseAll(lines.stream().map(Line::citizenId).toList());
    return new dk.genvej.api.model.WeeklyDigest(
        monday,
        sunday,
        section(work, lines, "DUE"),
        section(work, lines, "OVERDUE"),
        section(work, lines, "WAITING"));
  }

  private DigestSection section(Work work, List<Line> lines, String name) {
    var own = lines.stream().filter(line -> line.section().equals(name)).toList();
    return new DigestSection(
        own.isEmpty() ? 0 : own.getFirst().ofAll(),
        own.stream().map(line -> view(work, line)).toList());
  }

  private DigestLine view(Work work, Line line) {
    return new DigestLine(
            DigestKind.fromValue(line.kind()),
            line.since(),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()))
        .referralId(line.courseId() == null ? line.id() : null)
        .courseId(line.courseId())
        .therapist(refs.userOrNull(work, line.therapistId()));
  }
}
