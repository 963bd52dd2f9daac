package dk.genvej.notification;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  /**
   * Newest first; row level security leaves out who is not in scope today.
   *
   * @param onlyKind "" for every kind
   * @param unread null for read and unread ones
   */
  @Query(
      """
      select n.id, n.version, n.kind, n.cause_id, n.course_id, n.due_on, n.send_at, n.sent_at, n.read_at,
             z.id as citizen_id, z.name, z.birth_date
        from notification n
        left join citizen z on z.municipality_id = n.municipality_id and z.id = n.citizen_id
       where n.municipality_id = :municipality and n.recipient_id = :toUser
         and n.sent_at is not null and n.cancelled_at is null
         and :onlyKind in ('', n.kind)
         and (cast(:unread as boolean) is null or (n.read_at is null) = cast(:unread as boolean))
         and (n.sent_at, n.id) < (:before, :beforeId)
       order by n.sent_at desc, n.id desc limit :most
      """)
  List<Message> page(
      int municipality,
      UUID toUser,
      String onlyKind,
      @Nullable Boolean unread,
      Instant before,
      UUID beforeId,
      int most);

  @Query(
      """
      select count(*) from notification
       where municipality_id = :municipality and recipient_id = :toUser
         and sent_at is not null and read_at is null and cancelled_at is null
      """)
  int unread(int municipality, UUID toUser);

  @Query(
      """
      select id, version from notification
       where municipality_id = :municipality and recipient_id = :toUser and id = :wanted
         and sent_at is not null and cancelled_at is null
      """)
  Optional<Standing> find(int municipality, UUID toUser, UUID wanted);

  /** Only what is not marked so already. {@code wanted} null: all that was sent until then. */
  @Query(
      """
      update notification
         set read_at = case when :read then cast(:now as timestamptz) end, version = version + 1
       where municipality_id = :municipality and recipient_id = :toUser
         and (cast(:wanted as uuid) is null or id = cast(:wanted as uuid)) and sent_at <= :until
         and (read_at is not null) <> :read and cancelled_at is null
      """)
  int mark(
      int municipality,
      UUID toUser,
      @Nullable UUID wanted,
      Instant until,
      boolean read,
      Instant now);

  @Introspected
  record Standing(UUID id, int version) {}

  /** A notification with whom it is about, as far as the recipient may see. */
  @Introspected
  record Message(
      UUID id,
      int version,
      String kind,
      UUID causeId,
      @Nullable UUID courseId,
      LocalDate dueOn,
      Instant sendAt,
      Instant sentAt,
      @Nullable Instant readAt,
      @Nullable UUID citizenId,
      @Nullable String name,
      @Nullable LocalDate birthDate) {

    /** Up to then it came in time: an hour for a server to be started anew. */
    private static final Duration IN_TIME = Duration.ofHours(1);

    boolean late() {
      return sentAt.isAfter(sendAt.plus(IN_TIME));
    }
  }
}
