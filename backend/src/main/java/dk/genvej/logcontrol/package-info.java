/**
 * Log control (logkontrol): the access log, searched by who is set to do so and by nobody else. The
 * logs are written by audit; what is changed in a record is read with the record, not here.
 * Neighbours: shared, access, audit, work, http.
 */
@NullMarked
package dk.genvej.logcontrol;

import org.jspecify.annotations.NullMarked;
