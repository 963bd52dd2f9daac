package dk.genvej.goal;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.Course;
import dk.genvej.course.CourseEntries;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases about scores, judged by the registry of instruments (R7, R8). */
@Singleton
public class ScoresService {

  private final ScoresRepository repository;
  private final Records<Scores> scores;
  private final GoalService goals;
  private final InstrumentRegistry registry;
  private final Courses courses;
  private final Mend mend;

  ScoresService(
      ScoresRepository repository,
      GoalService goals,
      InstrumentRegistry registry,
      Courses courses,
      Mend mend) {
    this.repository = repository;
    this.scores =
        new Records<>("score", repository, Scores::id, Scores::citizenId, Scores::courseId);
    this.goals = goals;
    this.registry = registry;
    this.courses = courses;
    this.mend = mend;
  }

  public Written record(Work work, UUID courseId, UUID id, Filling told) {
    var filling = told.on(work.happenedOn(told.scoredOn()));
    var course = courses.forWriting(work, courseId, Verb.SCORE);
    RefusalException.throwIfAny(CourseEntries.refuseScores(course.state()).stream().toList());
    var instrument = registry.get(filling.instrument(), filling.instrumentVersion());
    var standing =
        goals.standing(work, courseId).stream().map(Goal::id).collect(Collectors.toSet());
    RefusalException.throwIfAny(filling.refuse(instrument, standing, work.today()));
    var made = made(course, id, filling, work.stamp(null));
    scores.add(work, made);
    return tell(work, "ScoresRecorded", made, made.version(), null);
  }

  Written annul(Work work, UUID id, String reason) {
    work.lock("score", id);
    var current = scores.get(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.MEND);
    mend.require(work, current.stamp(), current.annulledAt(), reason);
    repository.annul(work.municipality(), id, work.now(), work.actor().userId(), reason);
    return tell(work, "ScoresAnnulled", current, current.version() + 1, reason);
  }

  /** Newest first, annulled ones too. */
  List<Scores> page(
      Work work,
      UUID courseId,
      @Nullable String instrument,
      LocalDate day,
      UUID beforeId,
      int limit) {
    courses.forReading(work, courseId, Verb.READ_COURSE);
    var code = Objects.requireNonNullElse(instrument, "");
    return repository.page(work.municipality(), courseId, code, day, beforeId, limit);
  }

  private static Scores made(Course course, UUID id, Filling filling, Stamp stamp) {
    return new Scores(
        course.municipalityId(),
        id,
        course.citizenId(),
        course.id(),
        filling.instrument(),
        filling.instrumentVersion(),
        filling.phase(),
        filling.scorer(),
        filling.scoredOn(),
        filling.items(),
        null,
        null,
        null,
        1,
        stamp);
  }

  private static Written tell(
      Work work, String kind, Scores scores, int version, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "score",
            scores.id(),
            version,
            scores.citizenId(),
            scores.courseId(),
            work.recordedAt(),
            reason));
    return new Written(scores.id(), version);
  }
}
