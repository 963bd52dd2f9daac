package dk.genvej.push;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told lately, for open browsers: ids and kinds, of whomever a stream is open for. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface InboxNewsRepository extends GenericRepository<PushRow, UUID> {

  @Introspected
  record News(int municipalityId, UUID userId, UUID id, String kind) {}

  /** Of each listener what was told since then, over all municipalities. */
  @Query(
      """
      select r.municipality_id, r.user_id, n.id, n.kind
        from unnest(cast(:municipalities as int[]), cast(:users as uuid[]), cast(:since as timestamptz[]))
             as r(municipality_id, user_id, since)
        join notification n on n.municipality_id = r.municipality_id and n.recipient_id = r.user_id
       where n.sent_at > r.since and n.cancelled_at is null and n.read_at is null
       order by n.sent_at, n.id
      """)
  List<News> news(String municipalities, String users, String since);

  /**
   * What one listener has missed, and what was told so shortly before that the next look will find
   * it again; in one statement, so that nothing falls between.
   *
   * @param last the message that was heard of last; null for nothing
   */
  @Query(
      """
      select n.id, n.kind, coalesce((n.sent_at, n.id) > (l.sent_at, l.id) and n.read_at is null, false) as missed
        from notification n
        left join notification l on l.municipality_id = n.municipality_id and l.recipient_id = n.recipient_id
             and l.id = cast(:last as uuid)
       where n.municipality_id = :municipality and n.recipient_id = :listener
         and n.sent_at > least(:since, l.sent_at - interval '1 second') and n.cancelled_at is null
       order by n.sent_at, n.id limit :most
      """)
  List<Recent> recent(
      int municipality, UUID listener, @Nullable UUID last, Instant since, int most);

  @Introspected
  record Recent(UUID id, String kind, boolean missed) {}

  @Introspected
  record Person(UUID id) {}

  /** In the open municipality. */
  @Query(
      """
      select id from app_user
       where municipality_id = :municipality and id = any(cast(:users as uuid[]))
         and blocked_at is not null
      """)
  List<Person> blocked(int municipality, String users);
}
