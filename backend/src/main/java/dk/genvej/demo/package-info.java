/**
 * Demo (demonstration): Genvej with everything it needs in one folder: an embedded PostgreSQL, two
 * invented municipalities, an issuer of tokens, a stand-in for FCM and a clock that can be moved
 * forward.
 *
 * <p>Every bean here asks for the environment {@code demo}, so none of it exists in {@code serve}.
 * Neighbours: database, postgres, access, citizen, shared.
 */
@NullMarked
package dk.genvej.demo;

import org.jspecify.annotations.NullMarked;
