/**
 * Mål: what the citizen wants to manage again, agreed in words, and the scores that tell how far it
 * is (R2, R3, R7, R8).
 *
 * <p>SEL § 83 a: goals are set, and changed, together with the citizen. Allowed neighbours: shared,
 * citizen, referral, course.
 */
@NullMarked
package dk.genvej.goal;

import org.jspecify.annotations.NullMarked;
