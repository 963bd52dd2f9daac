/**
 * Indberetning til KL's FK Gateway: one report per citizen and day, in Genvej only where the
 * municipality has chosen that Genvej is the record that reports.
 *
 * <p>The day's report is the difference between how the citizen's courses stood at the end of that
 * day and what the gateway has been told before; so a correction, a take-back and a change of CPR
 * number need no code of their own (docs/adr/0017). Contract: {@code contract}, asked before every
 * send. Source: KLGateway 1.2.0 and 1.3.0. Neighbours: all of the field, never the other way.
 */
@NullMarked
package dk.genvej.tracking.gateway;

import org.jspecify.annotations.NullMarked;
