/**
 * Overblik: courses seen together, by those who work through them: the therapist's own, what the
 * visitator must plan for, what the coordinator reviews (R1, R30, R37, R40).
 *
 * <p>Only reads, by queries of its own across the tables of the course; a page costs the same few
 * statements however many courses it shows. Allowed neighbours: all of the field below it.
 */
@NullMarked
package dk.genvej.overview;

import org.jspecify.annotations.NullMarked;
