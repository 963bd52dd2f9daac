/**
 * Aftaler: who does what, how often and in which period (R4). For care staff and suppliers they are
 * the day's work (R19). Allowed neighbours: shared, access, audit, work, http, citizen, course.
 */
@NullMarked
package dk.genvej.agreement;

import org.jspecify.annotations.NullMarked;
