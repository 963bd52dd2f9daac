/**
 * A server that plays recorded exchanges to any client and says where it leaves the protocol
 * (conformance/README.md). It knows the JDK and JSON, nothing of the reference client.
 */
@NullMarked
package dk.genvej.conformance;

import org.jspecify.annotations.NullMarked;
