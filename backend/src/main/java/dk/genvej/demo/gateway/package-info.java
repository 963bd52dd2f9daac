/**
 * A stand-in for KL's FK Gateway: the token exchange and the one operation there is, over real HTTP
 * on this machine. It judges reports by every rule of the guide with code and codes of its own,
 * that know nothing of how ours are written, answers as badly as it is told to, and keeps what it
 * got to be looked at. For demo and tests, never in production paths.
 */
@NullMarked
package dk.genvej.demo.gateway;

import org.jspecify.annotations.NullMarked;
