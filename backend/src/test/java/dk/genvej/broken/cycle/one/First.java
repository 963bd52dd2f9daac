package dk.genvej.broken.cycle.one;

import dk.genvej.broken.cycle.two.Second;

/** Broken on purpose: the two packages know each other. */
public record First(Second other) {}
