/**
 * Work: one transaction of one actor. It sets what row level security reads, locks the citizens it
 * writes about, answers a repeated mutation with its first answer, and writes both logs and the
 * events before it commits. Requests, imports, the demo and (later) the upload of a tablet's queue
 * all run through it. Neighbours: shared, access, audit.
 */
@NullMarked
package dk.genvej.work;

import org.jspecify.annotations.NullMarked;
