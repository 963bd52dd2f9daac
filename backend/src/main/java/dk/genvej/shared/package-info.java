/**
 * What every part of the field shares: a refusal and its code, a ruling, an exact ratio, a role.
 *
 * <p>Nothing here knows the field except {@link dk.genvej.shared.Mending}, which every kind of
 * entry needs alike. Allowed neighbours: none.
 */
@NullMarked
package dk.genvej.shared;

import org.jspecify.annotations.NullMarked;
