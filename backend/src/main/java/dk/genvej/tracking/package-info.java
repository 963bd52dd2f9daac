/**
 * Indberetning: what a course gave, told to central tracking (O15, R72–R75).
 *
 * <p>An outcome is a row in versions: written in the transaction of the change it follows from,
 * never changed, corrected by a later version that names it. It carries no name, CPR number,
 * address or text, and goes by a random id (docs/adr/0020). Allowed neighbours: all of the field,
 * settings, work, worker, access, audit, http, shared; nothing knows this package but the
 * outermost.
 */
@NullMarked
package dk.genvej.tracking;

import org.jspecify.annotations.NullMarked;
