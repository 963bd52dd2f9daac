package dk.genvej.administration;

import dk.genvej.access.Staff;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Use cases about who stands in for whom (R31, R84). Nothing is moved: access reads the
 * substitutions of the day, so all of it reverts by itself after the last one.
 */
@Singleton
public class SubstitutionService {

  private final SubstitutionRepository substitutions;
  private final UserRepository users;
  private final Staff staff;

  SubstitutionService(SubstitutionRepository substitutions, UserRepository users, Staff staff) {
    this.substitutions = substitutions;
    this.users = users;
    this.staff = staff;
  }

  List<Substitution> page(
      Work work, LocalDate before, UUID beforeId, @Nullable LocalDate day, int limit) {
    return substitutions.page(work.municipality(), before, beforeId, day, limit);
  }

  /** By the absent one, or by a coordinator of theirs. Its start and its end are both told now. */
  Written create(
      Work work,
      UUID id,
      UUID absent,
      UUID substitute,
      Role role,
      LocalDate from,
      LocalDate until) {
    lockBoth(work, absent, substitute);
    requireMayName(work, absent, role);
    var made =
        new Substitution(
            work.municipality(),
            id,
            absent,
            substitute,
            role,
            from,
            until,
            null,
            1,
            work.actor().userId(),
            work.now());
    RefusalException.throwIfAny(SubstitutionRules.judge(made, known(made)));
    staff.requireRole(work.municipality(), absent, role, "/absentUserId");
    staff.requireRole(work.municipality(), substitute, role, "/substituteUserId");
    substitutions.save(made);
    tell(work, "SubstitutionStarts", made, midnight(from));
    return tell(work, "SubstitutionEnds", made, midnight(until.plusDays(1)));
  }

  /** By whoever made it, by the absent one, or by a coordinator of theirs. */
  Written end(Work work, UUID id, LocalDate last) {
    substitutions.lock(work.municipality(), id);
    var standing =
        substitutions
            .find(work.municipality(), id)
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    if (!standing.authorId().equals(work.actor().userId())
        && !mayName(work, standing.absentId(), standing.role())) {
      throw RefusalException.of(ProblemCode.NOT_THE_AUTHOR);
    }
    RefusalException.throwIfAny(
        SubstitutionRules.judgeEnd(standing, last, work.today()).stream().toList());
    var ended = standing.endingWith(last, work.actor().userId(), work.now());
    substitutions.update(ended);
    return tell(work, "SubstitutionEnds", ended, midnight(last.plusDays(1)));
  }

  private List<Substitution> known(Substitution made) {
    return substitutions.away(
        made.municipalityId(), made.role().name(), made.absentId(), made.substituteId());
  }

  /** Both people, in id order: two substitutions of one person cannot be made side by side. */
  private void lockBoth(Work work, UUID absent, UUID substitute) {
    Stream.of(absent, substitute).distinct().sorted().forEach(id -> lock(work, id, absent));
  }

  private void lock(Work work, UUID userId, UUID absent) {
    if (users.lock(work.municipality(), userId) == 0) {
      var pointer = userId.equals(absent) ? "/absentUserId" : "/substituteUserId";
      throw RefusalException.of(Refusal.at(pointer, ProblemCode.REFERENCE_NOT_FOUND));
    }
  }

  private void requireMayName(Work work, UUID absent, Role role) {
    if (!mayName(work, absent, role)) {
      throw RefusalException.of(ProblemCode.VERB_NOT_ALLOWED);
    }
  }

  /** Oneself; for a coordinator also whoever has the role where the coordinator has theirs. */
  private boolean mayName(Work work, UUID absent, Role role) {
    if (absent.equals(work.actor().userId())) {
      return true;
    }
    var held = users.units(work.municipality(), absent, role.name());
    return work.actor().assignments().stream()
        .filter(assignment -> assignment.role() == Role.COORDINATOR)
        .anyMatch(
            own ->
                held.stream()
                    .anyMatch(
                        unit ->
                            work.units().subtree(own.unitId()).contains(unit.unitId())
                                || work.units().subtree(unit.unitId()).contains(own.unitId())));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Time.ZONE).toInstant();
  }

  private static Written tell(Work work, String kind, Substitution told, Instant happenedAt) {
    work.changed(
        new Change(kind, "substitution", told.id(), told.version(), null, null, happenedAt, null));
    return new Written(told.id(), told.version());
  }
}
