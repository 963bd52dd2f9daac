/**
 * The demo's history: citizens of the sample set and five years of courses, shaped by what the
 * municipalities' papers tell, and made through the same rules as real use. Only in the demo.
 */
@NullMarked
package dk.genvej.demo.history;

import org.jspecify.annotations.NullMarked;
