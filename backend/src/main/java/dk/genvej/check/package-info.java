/**
 * Campaigns against offline sync: real servers, real tablets (dk.genvej.client), bad networks,
 * wrong clocks, restores and kills, by seed. What must have become of everything is worked out by
 * {@link dk.genvej.check.Model} from what the tablets were told, and read by SQL as superuser: none
 * of the field's own code judges itself here.
 */
@NullMarked
package dk.genvej.check;

import org.jspecify.annotations.NullMarked;
