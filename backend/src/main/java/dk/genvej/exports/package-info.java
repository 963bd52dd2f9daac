/**
 * Exports (udtræk): what leaves for the municipality's record system, course by course (T1, T2),
 * and the dataset that analysts and researchers work with (T3, T13, R73, R77). The written
 * interfaces: {@code docs/ports.md}, {@code docs/dataset.md}. May use every package but the demo's.
 */
@NullMarked
package dk.genvej.exports;

import org.jspecify.annotations.NullMarked;
