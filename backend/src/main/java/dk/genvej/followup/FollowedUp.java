package dk.genvej.followup;

import dk.genvej.evaluation.Outcome;

/** A completed course and its follow-up in one month. */
public record FollowedUp(Outcome outcome, FollowUpAnswer answer) {}
