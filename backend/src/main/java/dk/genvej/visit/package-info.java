/**
 * Besøg: visits, calls, screen visits and team meetings, planned and held (R9, R86). Times are
 * Danish. Allowed neighbours: shared, access, audit, work, http, citizen, course.
 */
@NullMarked
package dk.genvej.visit;

import org.jspecify.annotations.NullMarked;
