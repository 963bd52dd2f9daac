/**
 * Reference (grunddata): who the caller is, the instruments and the code lists. Everything here is
 * read-only and the same for all who ask. Neighbours: every package of the field.
 */
@NullMarked
package dk.genvej.reference;

import org.jspecify.annotations.NullMarked;
