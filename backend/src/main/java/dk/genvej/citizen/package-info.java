/**
 * Borger: who the citizen is, how old on a day, and who may see where they live.
 *
 * <p>Also the problem areas (FSIII tilstande) and levels a citizen's record is kept in. Allowed
 * neighbours: shared.
 */
@NullMarked
package dk.genvej.citizen;

import org.jspecify.annotations.NullMarked;
