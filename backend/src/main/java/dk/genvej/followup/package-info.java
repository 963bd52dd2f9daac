/**
 * Opfølgning: what is left of the gain 3, 6 and 12 months after a completed course (O9).
 *
 * <p>The intervals are borrowed from neighbouring services and are municipal settings; no law sets
 * them. Allowed neighbours: shared, access, audit, work, settings, http, citizen, referral, course,
 * evaluation.
 */
@NullMarked
package dk.genvej.followup;

import org.jspecify.annotations.NullMarked;
