/**
 * Beskeder: what people on the staff have been told, one row for each recipient, kind, cause and
 * day (O13, R81), and what is to be told, when. Neighbours: shared, access, audit, work, settings,
 * http, worker.
 */
@NullMarked
package dk.genvej.notification;

import org.jspecify.annotations.NullMarked;
