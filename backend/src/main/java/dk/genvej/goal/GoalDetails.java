package dk.genvej.goal;

import java.util.UUID;

/**
 * What a therapist writes about a goal.
 *
 * @param conditionId the condition (tilstand) it belongs to
 */
public record GoalDetails(UUID conditionId, GoalTerms terms, boolean agreedWithCitizen) {}
