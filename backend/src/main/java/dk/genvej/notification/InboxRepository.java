package dk.genvej.notification;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRepository extends GenericRepository<Notification, UUID> {

  /** Once for each recipient, kind, cause and day (R81). */
  @Query(
      """
      insert into notification (municipality_id, id, recipient_id, kind, cause_id, due_on,
             citizen_id, course_id, send_at, sent_at)
      values (:municipality, :newId, :toUser, :what, :cause, :day, cast(:citizen as uuid),
             cast(:course as uuid), :now, :now)
      on conflict on constraint notification_once do nothing
      """)
  void tell(
      int municipality,
      UUID newId,
      UUID toUser,
      String what,
      UUID cause,
      LocalDate day,
      @Nullable UUID citizen,
      @Nullable UUID course,
      Instant now);

  /** Newest first; row level security leaves out who is not in scope today. */
  @Query(
      """
      select n.id, n.kind, n.cause_id, n.course_id, n.due_on, n.sent_at, n.read_at,
             z.id as citizen_id, z.name, z.birth_date
        from notification n
        left join citizen z on z.municipality_id = n.municipality_id and z.id = n.citizen_id
       where n.municipality_id = :municipality and n.recipient_id = :toUser
         and n.sent_at is not null and n.cancelled_at is null
         and (n.sent_at, n.id) < (:before, :beforeId)
       order by n.sent_at desc, n.id desc limit :most
      """)
  List<Message> page(int municipality, UUID toUser, Instant before, UUID beforeId, int most);

  /** A notification with whom it is about, as far as the recipient may see. */
  @Introspected
  record Message(
      UUID id,
      String kind,
      UUID causeId,
      @Nullable UUID courseId,
      LocalDate dueOn,
      Instant sentAt,
      @Nullable Instant readAt,
      @Nullable UUID citizenId,
      @Nullable String name,
      @Nullable LocalDate birthDate) {}
}
