/**
 * Levering: outcomes on their way to the receivers of central tracking (R72, R74, R75).
 *
 * <p>A delivery is written with the outcome, one for each receiver, and carried on by the worker:
 * claimed, sent outside any transaction, and its answer written down. A course's versions go in
 * their order; sending one twice is harmless (docs/adr/0021). The contract with a receiver is
 * {@code mobile-api-spec/tracking}. Allowed neighbours: tracking, worker, settings, work, http.
 */
@NullMarked
package dk.genvej.tracking.delivery;

import org.jspecify.annotations.NullMarked;
