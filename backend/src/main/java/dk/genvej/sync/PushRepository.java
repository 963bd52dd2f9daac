package dk.genvej.sync;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PushRepository extends GenericRepository<KeptMutation, UUID> {

  /**
   * Two tablets of one author take turns until the other has committed: else one could hold a write
   * for another that has just landed, and nobody would free it.
   */
  @Query(
      """
      select 1 from pg_advisory_xact_lock(hashtextextended('push ' || :author, :municipality))
      """)
  int turn(long municipality, String author);

  /** Whom of these a device of the user's holds, or has held. */
  @Query(
      """
      select distinct citizen_id from device_holding
       where municipality_id = :municipality and user_id = :author
         and citizen_id = any(cast(:citizens as uuid[]))
      """)
  List<Holding> held(int municipality, UUID author, String citizens);

  @Introspected
  record Holding(UUID citizenId) {}

  @Query(
      """
      select blocked_at as at from app_user
       where municipality_id = :municipality and id = :author
      """)
  Block blocked(int municipality, UUID author);

  @Introspected
  record Block(Instant at) {}

  /** The last write of the user's that landed. */
  @Query(
      """
      select id as mutation from mutation
       where municipality_id = :municipality and user_id = :author
       order by received_at desc limit 1
      """)
  List<Last> last(int municipality, UUID author);

  @Introspected
  record Last(UUID mutation) {}

  /** N10, once for every mutation that clashed, however often it is sent. */
  @Query(
      """
      insert into notification (municipality_id, id, recipient_id, kind, cause_id, due_on,
             citizen_id, course_id, send_at)
      select :municipality, n.id, :author, 'N10', n.cause, :today, n.citizen, n.course, :now
        from unnest(cast(:ids as uuid[]), cast(:causes as uuid[]), cast(:citizens as uuid[]),
                    cast(:courses as uuid[])) as n(id, cause, citizen, course)
       where not exists (select from notification o
                          where o.municipality_id = :municipality and o.recipient_id = :author
                            and o.kind = 'N10' and o.cause_id = n.cause)
      on conflict on constraint notification_once do nothing
      """)
  void clashed(
      int municipality,
      UUID author,
      LocalDate today,
      Instant now,
      String ids,
      String causes,
      String citizens,
      String courses);
}
