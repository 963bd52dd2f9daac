package dk.genvej.client;

import java.util.UUID;

/**
 * The device the client runs on.
 *
 * @param id made once for the device; the same for everybody who uses it
 * @param name as people know it
 * @param clientVersion for example 1.2.0
 */
public record Device(UUID id, String name, String clientVersion) {}
