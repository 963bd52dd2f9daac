package dk.genvej.push;

import java.util.UUID;

/** Somebody with a browser open. */
record Listener(int municipality, UUID userId) {}
