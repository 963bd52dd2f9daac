package dk.genvej.tracking;

import dk.genvej.access.Actors;
import dk.genvej.access.Identity;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.tracking.FactsRepository.Untold;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what ended before anybody was there to tell it: the past of the demo, of imports, and of an
 * installation older than its outcomes. By the same rule as a change of today, in small groups, so
 * that nobody waits long for a citizen.
 */
@Singleton
public class OutcomeBackfill {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeBackfill.class);
  private static final int GROUP = 50;
  private static final UUID FIRST = new UUID(0, 0);

  private final Transactions transactions;
  private final Actors actors;
  private final FactsRepository facts;
  private final Outcomes outcomes;
  private final Time time;

  OutcomeBackfill(
      Transactions transactions,
      Actors actors,
      FactsRepository facts,
      Outcomes outcomes,
      Time time) {
    this.transactions = transactions;
    this.actors = actors;
    this.facts = facts;
    this.outcomes = outcomes;
    this.time = time;
  }

  /** All of a municipality; answers how many courses were told of. */
  public int run(int municipality) {
    int told = 0;
    var group = attempt(municipality, FIRST);
    while (!group.isEmpty()) {
      told += group.size();
      group = attempt(municipality, group.getLast());
    }
    return told;
  }

  private List<UUID> attempt(int municipality, UUID after) {
    try {
      return group(municipality, after, GROUP);
    } catch (RuntimeException one) {
      return alone(municipality, after);
    }
  }

  /** One that cannot be told does not keep the others from it; it is tried again another time. */
  private List<UUID> alone(int municipality, UUID after) {
    var next = new ArrayList<UUID>();
    try {
      return inside(
          municipality,
          work -> {
            facts.untold(municipality, after, 1).forEach(one -> next.add(one.id()));
            return tell(work, municipality, after, 1);
          });
    } catch (RuntimeException failed) {
      LOG.error("Course {} of {} cannot be told", next, municipality, failed);
      return next;
    }
  }

  /** One transaction; answers the courses it took, by id. */
  private List<UUID> group(int municipality, UUID after, int most) {
    return inside(municipality, work -> tell(work, municipality, after, most));
  }

  private List<UUID> inside(int municipality, Function<Work, List<UUID>> body) {
    var self = new Identity(municipality, "outcomes", "Indberetning", List.of());
    var envelope = Envelope.command("tellOutcomes", Ids.next(), true);
    return transactions.command(
        self,
        envelope,
        time.now(municipality),
        work -> actors.asClerk(work.actor(), work.today(), work.now(), () -> body.apply(work)));
  }

  private List<UUID> tell(Work work, int municipality, UUID after, int most) {
    var untold = facts.untold(municipality, after, most);
    var courses = untold.stream().map(Untold::id).toList();
    if (!courses.isEmpty()) {
      facts.hold(municipality, ArrayText.of(untold.stream().map(Untold::citizenId).toList()));
      outcomes.write(municipality, courses, new Occasion(work.now(), true, Map.of()));
    }
    return courses;
  }
}
