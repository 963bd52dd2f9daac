/**
 * The validator of {@code genvej check gateway}, by HAPI. Built with {@code mvn -Pconformance}
 * only.
 */
@NullMarked
package dk.genvej.conformance;

import org.jspecify.annotations.NullMarked;
