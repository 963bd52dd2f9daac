package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.http.Cursors;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes of a course: only ever added, and a wrong one struck through (R82). */
@Singleton
public class NoteService {

  private final Courses courses;
  private final NoteRepository repository;
  private final Records<Note> notes;
  private final Mend mend;

  NoteService(Courses courses, NoteRepository repository, Mend mend) {
    this.courses = courses;
    this.repository = repository;
    this.notes = new Records<>("note", repository, Note::id, Note::citizenId, Note::courseId);
    this.mend = mend;
  }

  public Written add(Work work, UUID courseId, UUID noteId, String text, Instant told) {
    var happenedAt = work.happened(told);
    var course = courses.forWriting(work, courseId, Verb.NOTE);
    RefusalException.throwIfAny(CourseEntries.refuseVisit(course.state()).stream().toList());
    if (happenedAt.isAfter(work.now())) {
      throw RefusalException.of(Refusal.at("/happenedAt", ProblemCode.DATE_IN_FUTURE));
    }
    var stamp = work.stamp(happenedAt);
    var note =
        new Note(
            work.municipality(),
            noteId,
            course.citizenId(),
            courseId,
            text,
            null,
            null,
            null,
            1,
            stamp);
    notes.add(work, note);
    return tell(work, "NoteAdded", note, 1, null);
  }

  public Written annul(Work work, UUID noteId, String reason) {
    var citizenId = work.lock("note", noteId);
    var note = notes.get(work, noteId);
    work.require(Verb.MEND, citizenId, note.courseId());
    mend.require(work, note.stamp(), note.annulledAt(), reason);
    repository.annul(work.municipality(), noteId, work.now(), work.actor().userId(), reason);
    return tell(work, "NoteAnnulled", note, note.version() + 1, reason);
  }

  /** Newest first, annulled ones among them. */
  List<Note> page(Work work, UUID courseId, Cursors place, int most) {
    var course = courses.forReading(work, courseId, Verb.READ_COURSE);
    return repository.page(
        work.municipality(), course.id(), place.valueAs(Instant::parse), place.id(), most);
  }

  private static Written tell(
      Work work, String kind, Note note, int version, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "note",
            note.id(),
            version,
            note.citizenId(),
            note.courseId(),
            version == 1 ? note.stamp().happenedAt() : work.recordedAt(),
            reason));
    return new Written(note.id(), version);
  }
}
