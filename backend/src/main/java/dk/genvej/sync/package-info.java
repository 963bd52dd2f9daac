/**
 * Synkronisering: what a tablet takes down, what it sends up, and how both notice that the server
 * was restored (R10–R12, R88; docs/adr/0004, 0012). The topmost package of the field: it knows
 * every other, and none knows it.
 */
@NullMarked
package dk.genvej.sync;

import org.jspecify.annotations.NullMarked;
