package dk.genvej.work;

import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records of one table as a service meets them. In a request they are read and written at once;
 * in a tablet's queue all that its items name are read together, and what is written is kept until
 * it is written together, so that a service is the same for both.
 *
 * @param <T> the row
 */
public final class Records<T> {

  private final String table;
  private final Rows<T> rows;
  private final Function<T, UUID> id;
  private final Function<T, UUID> citizen;
  private final Function<T, UUID> course;

  /**
   * @param course the course of a row, read with it
   */
  public Records(
      String table,
      Rows<T> rows,
      Function<T, UUID> id,
      Function<T, UUID> citizen,
      Function<T, UUID> course) {
    this.table = table;
    this.rows = rows;
    this.id = id;
    this.citizen = citizen;
    this.course = course;
  }

  /** NOT_FOUND when absent or out of scope. */
  public T get(Work work, UUID wanted) {
    return find(work, wanted).orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  public Optional<T> find(Work work, UUID wanted) {
    return work.session()
        .memory()
        .map(memory -> memory.find(this, work.municipality(), wanted))
        .orElseGet(() -> once(work, wanted));
  }

  /** Of a locked citizen, a row is read once. */
  private Optional<T> once(Work work, UUID wanted) {
    Optional<T> known = work.session().known().row(table, wanted);
    if (known.isPresent()) {
      return known;
    }
    var found = rows.find(work.municipality(), wanted);
    found
        .filter(row -> work.session().locked().contains(citizen(row)))
        .ifPresent(row -> keep(work, row));
    return found;
  }

  private void keep(Work work, T row) {
    work.session().known().row(table, id(row), row);
  }

  /** The first version of a record. */
  public void add(Work work, T row) {
    work.session()
        .memory()
        .ifPresentOrElse(
            memory -> memory.add(this, row),
            () -> {
              rows.save(row);
              keep(work, row);
            });
  }

  /** The next version of a record. */
  public void save(Work work, T row) {
    work.session()
        .memory()
        .ifPresentOrElse(
            memory -> memory.save(this, row),
            () -> {
              rows.update(row);
              keep(work, row);
            });
  }

  /**
   * All records of a course, those not yet written among them.
   *
   * @param stored those of several courses as the database has them; the courses as the text of an
   *     array
   */
  public List<T> ofCourse(Work work, UUID courseId, Function<String, List<T>> stored) {
    return work.session()
        .memory()
        .map(memory -> memory.ofCourse(this, courseId, stored))
        .orElseGet(() -> stored.apply(ArrayText.of(List.of(courseId))));
  }

  /** Which of these ids records have. */
  Set<UUID> taken(int municipality, Set<UUID> ids) {
    return rows.all(municipality, ArrayText.of(ids)).stream().map(id).collect(Collectors.toSet());
  }

  String table() {
    return table;
  }

  Rows<T> rows() {
    return rows;
  }

  UUID id(T row) {
    return id.apply(row);
  }

  UUID citizen(T row) {
    return citizen.apply(row);
  }

  UUID course(T row) {
    return course.apply(row);
  }
}
