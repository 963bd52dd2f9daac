package dk.genvej.tracking.gateway.contract;

import dk.genvej.shared.Title;
import java.util.Map;
import java.util.Set;

/**
 * The codes that a report of ours may hold. The classification has more; what is not here we have
 * no reason to send.
 *
 * @param conditions of home care, by UUID
 * @param interventions by UUID; the municipality's own choices among them
 * @param headings that stand over interventions and cannot be reported themselves
 * @param legacy the older keys, good until the transition has ended
 */
public record KnownCodes(
    Map<String, Title> conditions,
    Map<String, Title> interventions,
    Map<String, Title> headings,
    Set<String> levels,
    Set<String> results,
    Set<String> deliveryTypes,
    Set<String> legacy) {

  public KnownCodes {
    conditions = Map.copyOf(conditions);
    interventions = Map.copyOf(interventions);
    headings = Map.copyOf(headings);
    levels = Set.copyOf(levels);
    results = Set.copyOf(results);
    deliveryTypes = Set.copyOf(deliveryTypes);
    legacy = Set.copyOf(legacy);
  }
}
