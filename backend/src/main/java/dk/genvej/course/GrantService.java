package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the visitator grants a course (R35). */
@Singleton
public class GrantService {

  private final Courses courses;
  private final GrantRepository grants;
  private final CodeRegistry codes;
  private final Settings settings;

  GrantService(Courses courses, GrantRepository grants, CodeRegistry codes, Settings settings) {
    this.courses = courses;
    this.grants = grants;
    this.codes = codes;
    this.settings = settings;
  }

  public Written put(Work work, UUID courseId, UUID grantId, GrantTerms terms) {
    var course = courses.forWriting(work, courseId, Verb.DECIDE);
    RefusalException.throwIfAny(CourseEntries.refuseVisit(course.state()).stream().toList());
    var current = grants.find(work.municipality(), courseId, grantId).orElse(null);
    work.requireBaseOrNew(current == null ? 0 : current.version());
    requireFit(work, course, current, terms);
    var next = version(work, course, grantId, current, terms);
    if (current == null) {
      grants.save(next);
    } else {
      grants.update(next);
    }
    return tell(work, current == null ? "GrantRecorded" : "GrantChanged", next);
  }

  private void requireFit(Work work, Course course, @Nullable Grant current, GrantTerms terms) {
    var code = RefusalException.valueOf(codes.grant(terms.code()));
    if (current != null && !current.code().equals(terms.code().toString())) {
      throw RefusalException.of(Refusal.at("/code", ProblemCode.CODE_CANNOT_CHANGE));
    }
    var level3 = settings.today(work).map(Setting.GRANT_LEVEL3);
    RefusalException.throwIfAny(terms.refuse(code, course.legalBasis(), level3));
  }

  private static Grant version(
      Work work, Course course, UUID grantId, @Nullable Grant current, GrantTerms terms) {
    var level3 = terms.level3();
    return new Grant(
        work.municipality(),
        grantId,
        course.citizenId(),
        course.id(),
        terms.code().toString(),
        GrantLaw.of(course.legalBasis()),
        level3 == null ? null : level3.code(),
        level3 == null ? null : level3.display(),
        terms.deliveryTypes(),
        terms.from(),
        terms.until(),
        terms.state(),
        current == null ? null : current.minutesPerWeek(),
        current == null ? 1 : current.version() + 1,
        work.stamp(null));
  }

  static Written tell(Work work, String kind, Grant grant) {
    work.changed(
        new Change(
            kind,
            "care_grant",
            grant.id(),
            grant.version(),
            grant.citizenId(),
            grant.courseId(),
            grant.stamp().happenedAt(),
            null));
    return new Written(grant.id(), grant.version());
  }
}
