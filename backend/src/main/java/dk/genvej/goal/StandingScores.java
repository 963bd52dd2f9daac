package dk.genvej.goal;

import dk.genvej.shared.ArrayText;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The scores that count, of many courses at once; whoever calls has asked for access. */
@Singleton
public class StandingScores {

  private final ScoresRepository repository;

  StandingScores(ScoresRepository repository) {
    this.repository = repository;
  }

  /** By course; one without scores is left out. */
  public Map<UUID, List<Score>> of(int municipality, Collection<UUID> courses) {
    return repository.standing(municipality, ArrayText.of(courses)).stream()
        .collect(
            Collectors.groupingBy(
                Scores::courseId,
                Collectors.flatMapping(
                    one -> one.filling().scores().stream(), Collectors.toList())));
  }
}
