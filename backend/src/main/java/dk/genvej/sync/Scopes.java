package dk.genvej.sync;

import dk.genvej.access.AccessPolicy;
import dk.genvej.access.Decision;
import dk.genvej.access.RelationKind;
import dk.genvej.access.Standing;
import dk.genvej.access.Verb;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a tablet is to hold today, computed anew at each pull: nothing tells when scope moves. */
@Singleton
class Scopes {

  private static final int MOST = 500;

  private final ScopeRepository repository;

  Scopes(ScopeRepository repository) {
    this.repository = repository;
  }

  /**
   * By citizen, in the order of their ids.
   *
   * @throws RefusalException SCOPE_TOO_LARGE for more than {@value #MOST}
   */
  Map<UUID, InScope> today(Work work) {
    var found = new LinkedHashMap<UUID, InScope>();
    repository
        .today(work.municipality(), work.actor().scopeKey(), work.today())
        .forEach(line -> inScope(work, line).ifPresent(one -> found.put(one.citizenId(), one)));
    if (found.size() > MOST) {
      throw RefusalException.of(ProblemCode.SCOPE_TOO_LARGE);
    }
    return found;
  }

  /** Those whose relations changed since: their rows may have been hidden while they were read. */
  Set<UUID> moved(Work work, Collection<InScope> since) {
    var seqs =
        since.stream()
            .map(one -> Long.toString(one.seq()))
            .collect(Collectors.joining(",", "{", "}"));
    return repository
        .moved(
            work.municipality(),
            ArrayText.of(since.stream().map(InScope::citizenId).toList()),
            seqs)
        .stream()
        .map(ScopeRepository.Found::citizenId)
        .collect(Collectors.toSet());
  }

  /** Those with a pause that was not over on the day. */
  Set<UUID> resting(Work work, Collection<InScope> whom, LocalDate day) {
    return repository
        .resting(
            work.municipality(), ArrayText.of(whom.stream().map(InScope::courseId).toList()), day)
        .stream()
        .map(ScopeRepository.Found::citizenId)
        .collect(Collectors.toSet());
  }

  private static Optional<InScope> inScope(Work work, ScopeRepository.Line line) {
    var standings =
        Arrays.stream(line.standings().split(","))
            .map(Scopes::standing)
            .collect(Collectors.toSet());
    var dead = line.diedOn() != null && !line.diedOn().isAfter(work.today());
    if (dead && standings.stream().noneMatch(one -> one.relation() == RelationKind.THERAPIST)) {
      return Optional.empty();
    }
    return depth(standings)
        .map(
            depth ->
                new InScope(
                    line.citizenId(), line.courseId(), depth, line.seq(), line.personSeq()));
  }

  private static Optional<Depth> depth(Set<Standing> standings) {
    if (allows(standings, Verb.READ_COURSE)) {
      return Optional.of(Depth.COURSE);
    }
    return allows(standings, Verb.READ_AGREEMENTS) ? Optional.of(Depth.CARE) : Optional.empty();
  }

  private static boolean allows(Set<Standing> standings, Verb verb) {
    return AccessPolicy.decide(standings, verb) instanceof Decision.Allowed;
  }

  private static Standing standing(String pair) {
    var parts = pair.split(" ", 2);
    return new Standing(Role.valueOf(parts[0]), RelationKind.valueOf(parts[1]));
  }
}
