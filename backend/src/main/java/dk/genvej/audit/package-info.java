/**
 * Audit (log): who saw whose data (access log) and who changed what (change log). Append-only.
 *
 * <p>The access row of a request is committed before its first byte leaves; the change row stands
 * in the transaction of its change, beside the event that later work is driven by. Neighbours:
 * shared, access.
 */
@NullMarked
package dk.genvej.audit;

import org.jspecify.annotations.NullMarked;
