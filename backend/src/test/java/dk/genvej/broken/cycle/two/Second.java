package dk.genvej.broken.cycle.two;

import dk.genvej.broken.cycle.one.First;

/** Broken on purpose: the two packages know each other. */
public record Second(First other) {}
