package dk.genvej.broken.order.referral;

import dk.genvej.broken.order.course.LateComer;

/** Broken on purpose: a referral knows nothing of the course that comes of it. */
public record EarlyBird(LateComer later) {}
