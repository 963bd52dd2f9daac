/**
 * What FK Gateway takes, in our own words: every rule of the guide that a report of ours could
 * break, those among them that its profiles state in prose only. Pure. A rule that is broken is a
 * finding with a sentence for whoever can mend it.
 *
 * <p>The rules for one kind of resource stand in one class. What the types of {@code
 * dk.genvej.tracking.fhir} cannot spell, such as free text, needs no rule here. Neighbours: shared,
 * course, {@code dk.genvej.tracking.fhir}.
 */
@NullMarked
package dk.genvej.tracking.gateway.contract;

import org.jspecify.annotations.NullMarked;
