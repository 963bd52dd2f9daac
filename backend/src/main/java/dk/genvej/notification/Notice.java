package dk.genvej.notification;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that is to be told, not yet to anybody.
 *
 * @param causeId what it is about (R81): the course, follow-up, referral or agreement version
 * @param dueOn the day it belongs to
 */
@Introspected
record Notice(
    UUID id,
    String kind,
    UUID causeId,
    LocalDate dueOn,
    UUID citizenId,
    UUID courseId,
    Instant sendAt) {}
