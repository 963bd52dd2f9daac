package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one course means to do about a condition.
 *
 * @param expectedLevel the level aimed at, 0 to 4
 * @param levelAtStart the level as it stood when the course started; null when the condition was
 *     recorded later
 * @param levelAtEnd the level of the twelve-week evaluation
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("course_condition")
record CourseCondition(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    UUID conditionId,
    @Nullable Integer expectedLevel,
    boolean inFocus,
    @Nullable Integer levelAtStart,
    @Nullable Integer levelAtEnd,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  CourseCondition aimedAt(@Nullable Integer level, boolean focus, Stamp newStamp) {
    return version(level, focus, levelAtStart, levelAtEnd, newStamp);
  }

  CourseCondition startedAt(int level, Stamp newStamp) {
    return version(expectedLevel, inFocus, level, levelAtEnd, newStamp);
  }

  CourseCondition endedAt(@Nullable Integer level, Stamp newStamp) {
    return version(expectedLevel, inFocus, levelAtStart, level, newStamp);
  }

  private CourseCondition version(
      @Nullable Integer expected,
      boolean focus,
      @Nullable Integer atStart,
      @Nullable Integer atEnd,
      Stamp newStamp) {
    return new CourseCondition(
        municipalityId,
        id,
        citizenId,
        courseId,
        conditionId,
        expected,
        focus,
        atStart,
        atEnd,
        version + 1,
        newStamp);
  }
}
