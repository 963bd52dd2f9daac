/**
 * Beskeder: what people on the staff have been told, one row for each recipient, kind, cause and
 * day (O13, R81). Allowed neighbours: shared, access, audit, work, http.
 */
@NullMarked
package dk.genvej.notification;

import org.jspecify.annotations.NullMarked;
