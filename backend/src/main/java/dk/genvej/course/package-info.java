/**
 * Forløb: one time-limited rehabilitation course of a citizen, from referral to review.
 *
 * <p>Holds its state, its dates, its pauses and how it ended (O2, O3, O14, O16; SEL § 83 a,
 * ældreloven § 10). Allowed neighbours: shared, access, audit, work, settings, citizen, referral.
 */
@NullMarked
package dk.genvej.course;

import org.jspecify.annotations.NullMarked;
