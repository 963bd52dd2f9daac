package dk.genvej.demo.gateway;

import java.time.Instant;

/**
 * What the stand-in got.
 *
 * @param sorCode the organisation it was sent for
 * @param status how it was answered
 * @param report the bundle as it came
 */
public record Received(Instant at, String sorCode, String id, int status, String report) {}
