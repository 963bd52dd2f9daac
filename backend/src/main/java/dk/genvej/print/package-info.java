/**
 * Print (udskrift): the plan and an evaluation on paper, in plain Danish and large type, for the
 * citizen to have in hand (R57) and for the municipality's archive (T4). Tagged for screen readers
 * (PDF/UA-1, ISO 14289). Neighbours: shared, access, work, settings, http, citizen, course, goal,
 * agreement, evaluation.
 */
@NullMarked
package dk.genvej.print;

import org.jspecify.annotations.NullMarked;
