package dk.genvej.tracking.gateway;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Intervention;
import dk.genvej.tracking.gateway.contract.KnownCodes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality reports on a day.
 *
 * @param since the first day it reported for: courses that had ended before are not told of
 * @param visits whether held visits are reported too, which the guide does not demand before the
 *     end of 2027
 * @param services the interventions the municipality has named for help that is left, by its code
 */
record Reporting(
    LocalDate since,
    Guide guide,
    @Nullable String sorCode,
    boolean visits,
    Map<String, Intervention> services,
    Classification classification) {

  /** Names the intervention that a course's first visit is, where that is reported. */
  static final String FIRST_VISIT = "FIRST_VISIT";

  private static final String UNTITLED = "?";

  Reporting {
    services = Map.copyOf(services);
  }

  Optional<Intervention> service(String code) {
    return Optional.ofNullable(services.get(code));
  }

  /** Whether anything that is told hangs on visits. */
  boolean readsVisits() {
    return visits || services.containsKey(FIRST_VISIT);
  }

  /** The codes a report of this municipality may hold. */
  KnownCodes codes() {
    return classification.known(
        services.values().stream()
            .collect(Collectors.toMap(Intervention::code, Reporting::title, (one, _) -> one)));
  }

  private static Title title(Intervention intervention) {
    var title = intervention.title() == null ? UNTITLED : intervention.title();
    return new Title(title, title);
  }
}
