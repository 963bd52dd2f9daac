package dk.genvej.course;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Grants of home care, which belong to no course: help the citizen has from the record system
 * (O10). They come many at a time; their citizens must be locked.
 */
@Singleton
public class HomeCareGrants {

  private final GrantRepository grants;

  HomeCareGrants(GrantRepository grants) {
    this.grants = grants;
  }

  /** Those of the ids that are known. */
  public Map<UUID, Grant> find(Work work, List<UUID> ids) {
    var found = ids.isEmpty() ? List.<Grant>of() : grants.of(work.municipality(), ids);
    return found.stream().collect(Collectors.toMap(Grant::id, Function.identity()));
  }

  public void addAll(Work work, List<Grant> made) {
    grants.saveAll(made);
    made.forEach(grant -> GrantService.tell(work, "GrantRecorded", grant));
  }

  public void changeAll(Work work, List<Grant> next) {
    grants.updateAll(next);
    next.forEach(grant -> GrantService.tell(work, "GrantChanged", grant));
  }

  /** Those still standing were not in the snapshot of that day. */
  public void endAll(Work work, List<UUID> ids, LocalDate day) {
    var ended =
        find(work, ids).values().stream()
            .filter(Grant::standing)
            .map(grant -> grant.endedBefore(day, work.stamp(null)))
            .toList();
    grants.updateAll(ended);
    ended.forEach(grant -> GrantService.tell(work, "GrantEnded", grant));
  }
}
