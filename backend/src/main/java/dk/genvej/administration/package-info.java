/**
 * Administration: units, users, dated municipal choices, who stands in for whom, and the courses of
 * a leaver (R31, R83, R84). Neighbours: shared, access, audit, work, settings, http, citizen,
 * course.
 */
@NullMarked
package dk.genvej.administration;

import org.jspecify.annotations.NullMarked;
