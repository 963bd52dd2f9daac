/**
 * Imports (indlæsning): what a municipality's record system exports, read line by line. The columns
 * are described in {@code docs/import.md}. Neighbours: shared, access, audit, work, settings,
 * citizen, referral, course, followup.
 */
@NullMarked
package dk.genvej.imports;

import org.jspecify.annotations.NullMarked;
