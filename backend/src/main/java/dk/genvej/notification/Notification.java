package dk.genvej.notification;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one person is told once.
 *
 * @param causeId what it is about: the referral, course, follow-up, mutation or agreement version
 * @param dueOn the day it belongs to
 * @param sendAt when it is to be told; {@code sentAt} when it was
 */
@MappedEntity("notification")
record Notification(
    @Id int municipalityId,
    @Id UUID id,
    UUID recipientId,
    NotificationKind kind,
    UUID causeId,
    LocalDate dueOn,
    @Nullable UUID citizenId,
    @Nullable UUID courseId,
    Instant sendAt,
    @Nullable Instant sentAt,
    @Nullable Instant readAt,
    @Nullable Instant cancelledAt) {}
