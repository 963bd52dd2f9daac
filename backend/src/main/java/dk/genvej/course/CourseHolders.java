package dk.genvej.course;

import dk.genvej.api.model.Assignment;
import dk.genvej.http.Refs;
import dk.genvej.shared.Time;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has had a course, read from its earlier versions: nothing else is kept of it (R39). */
@Singleton
class CourseHolders {

  private final CoursePartRepository parts;
  private final Refs refs;

  CourseHolders(CoursePartRepository parts, Refs refs) {
    this.parts = parts;
    this.refs = refs;
  }

  /** Oldest first; the last one holds today. */
  List<Assignment> assignments(Work work, Course course) {
    var found = new ArrayList<Assignment>();
    CoursePartRepository.@Nullable Holder before = null;
    for (var holder : parts.holders(work.municipality(), course.id())) {
      if (before == null) {
        found.add(view(work, holder, course.referredOn()));
      } else if (!holder.sameAs(before)) {
        var from = Time.dayOf(holder.receivedAt());
        end(found.getLast(), from);
        found.add(view(work, holder, from).reason(holder.reason()));
      }
      before = holder;
    }
    return found;
  }

  /** The last day with it is the day before the next one's first, or the only day. */
  private static void end(Assignment earlier, LocalDate nextFrom) {
    var last = nextFrom.minusDays(1);
    earlier.setUntil(last.isBefore(earlier.getFrom()) ? earlier.getFrom() : last);
  }

  private Assignment view(Work work, CoursePartRepository.Holder holder, LocalDate from) {
    return new Assignment(
        refs.user(work, holder.therapistId()), refs.user(work, holder.tovholderId()), from);
  }
}
