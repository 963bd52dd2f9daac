/**
 * Evaluering: what came of a course, at twelve weeks and at re-visitation (O4–O8).
 *
 * <p>SEL § 83(6): when a course ends, the need of help is weighed anew. The bands are ours; the
 * sources define the measures and give no cut-offs. Allowed neighbours: shared, access, audit,
 * work, settings, http, citizen, referral, course, goal.
 */
@NullMarked
package dk.genvej.evaluation;

import org.jspecify.annotations.NullMarked;
