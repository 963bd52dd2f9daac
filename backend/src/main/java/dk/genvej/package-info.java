/**
 * Genvej: the backend of Danish home rehabilitation. Where things are: {@code
 * docs/architecture.md}.
 */
@NullMarked
package dk.genvej;

import org.jspecify.annotations.NullMarked;
