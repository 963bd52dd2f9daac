/**
 * Settings (indstillinger): every municipal choice, dated, with a default and a source. A figure of
 * the field is never a constant in code. Neighbours: shared, access, audit, work.
 */
@NullMarked
package dk.genvej.settings;

import org.jspecify.annotations.NullMarked;
