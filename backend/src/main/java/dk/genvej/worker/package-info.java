/**
 * The worker (baggrundsarbejder): what is done again and again without anybody asking, once over
 * any number of instances. It has a database role of its own, which sees what is to be delivered in
 * all municipalities and must name one before it sees anything of the field (docs/adr/0018).
 * Neighbours: shared.
 */
@NullMarked
package dk.genvej.worker;

import org.jspecify.annotations.NullMarked;
