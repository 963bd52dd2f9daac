/**
 * What the server's work takes by the clock, each figure beside its floor and measured in the same
 * run. The command line's own: no part of a running server.
 */
@org.jspecify.annotations.NullMarked
package dk.genvej.bench;
