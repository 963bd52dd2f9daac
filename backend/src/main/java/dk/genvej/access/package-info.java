/**
 * Access (adgang): who the caller is, what they may see and what they may do. Deny by default.
 *
 * <p>The token says who, which municipality and which roles at which units; the database says who
 * has to do with which citizen today. {@link dk.genvej.access.AccessPolicy} is the table of who may
 * what; row level security is the second lock (docs/adr/0003). Neighbours: shared.
 */
@NullMarked
package dk.genvej.access;

import org.jspecify.annotations.NullMarked;
