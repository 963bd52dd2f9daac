package dk.genvej.sync;

import dk.genvej.citizen.SyncedPage.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a tablet is to be sent: its own account of what it holds against whom it is to hold today.
 * First sync, news, a resumed sync and a citizen that comes back are all the same difference.
 *
 * @param held as the tablet's cursor has it
 * @param scope whom it is to hold, with the markers that were read before any row
 * @param resting those with figures that grow by the day
 * @param today days since epoch
 */
record PullPlan(Map<UUID, Held> held, Map<UUID, InScope> scope, Set<UUID> resting, int today) {

  /** Those it must no longer hold anything about. */
  List<UUID> removals() {
    return held.keySet().stream().filter(id -> !scope.containsKey(id)).sorted().toList();
  }

  /** Those with something new, in the order of their ids. */
  List<InScope> news() {
    return scope.values().stream().filter(this::isNew).toList();
  }

  Line line(InScope one) {
    var seq = whole(one) ? 0 : before(one).seq();
    return new Line(
        one.citizenId(),
        one.courseId(),
        one.depth() == Depth.COURSE,
        seq,
        one.personSeq() > seq,
        seq > 0 && dayTurned(one));
  }

  /** Not on the tablet in any form that can be added to. */
  boolean whole(InScope one) {
    return !before(one).fits(one);
  }

  /**
   * What the tablet holds once it has taken a page in.
   *
   * @param page who is on it
   * @param unsettled those of them that may have changed hands while they were read: whole the next
   *     time, though the tablet holds something of them
   */
  Map<UUID, Held> after(List<InScope> page, Set<UUID> unsettled) {
    var next = new LinkedHashMap<UUID, Held>();
    for (var one : scope.values()) {
      var before = held.get(one.citizenId());
      if (before != null) {
        next.put(one.citizenId(), isNew(one) ? before : before.rightOn(today));
      }
    }
    for (var one : page) {
      var settled = !unsettled.contains(one.citizenId());
      next.put(one.citizenId(), new Held(one.seq(), settled ? one.tag() : Held.OF_NO_USE, today));
    }
    return next;
  }

  private boolean isNew(InScope one) {
    return whole(one) || before(one).seq() < one.seq() || dayTurned(one);
  }

  private boolean dayTurned(InScope one) {
    return one.depth() == Depth.COURSE
        && before(one).day() != today
        && resting.contains(one.citizenId());
  }

  /** Nothing is as something of no use. */
  private Held before(InScope one) {
    return held.getOrDefault(one.citizenId(), Held.SOMETHING);
  }
}
