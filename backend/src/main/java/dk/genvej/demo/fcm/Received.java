package dk.genvej.demo.fcm;

import java.time.Instant;

/**
 * One request for a message, as it came.
 *
 * @param nth in the order they came, from 1
 * @param at by the stand-in's clock
 * @param token empty when it named none
 * @param body exactly as it came over the wire
 * @param taken whether the message was taken, whatever the sender was told
 * @param status what it was told; 0 when it was told nothing
 * @param retryAfter seconds; 0 when none was named
 */
public record Received(
    int nth,
    Instant at,
    String token,
    String body,
    Trouble trouble,
    boolean taken,
    int status,
    long retryAfter) {}
