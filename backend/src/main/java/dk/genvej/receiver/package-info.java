/**
 * A small reference receiver of the outcome API ({@code mobile-api-spec/tracking}): what a tracking
 * service of a municipality or region has to do, in as little code as will do it. It shares nothing
 * with the sender, not even the canonical JSON: each checks the other. It keeps a ledger of its own
 * on disk, and is the demo's stand-in. Neighbours: none.
 */
@NullMarked
package dk.genvej.receiver;

import org.jspecify.annotations.NullMarked;
