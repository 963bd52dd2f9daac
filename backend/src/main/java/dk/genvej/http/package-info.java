/**
 * HTTP: what every operation has in common before and after its use case. The contract's own rules
 * (roles, bodies) are read from the OpenAPI bundle and enforced here, so no controller repeats
 * them. Neighbours: shared, access, work, and the generated API.
 */
@NullMarked
package dk.genvej.http;

import org.jspecify.annotations.NullMarked;
