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

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface PushRepository extends GenericRepository<PushRow, UUID> {

  /**
   * @param earliest when the first of them is due
   * @param oldest when the first of them was made that quiet hours have not put off; null for none
   */
  @Introspected
  record Waiting(int municipalityId, long count, Instant earliest, @Nullable Instant oldest) {}

  /** What is not done, over all municipalities. */
  @Query(
      """
      select municipality_id, count(*) as count, min(next_at) as earliest,
             min(made_at) filter (where attempts > 0 or next_at = made_at) as oldest
        from push where state in ('WAITING', 'SENDING') group by municipality_id
       order by municipality_id
      """)
  List<Waiting> waiting();

  /**
   * Takes what is due in the open municipality, the earliest of each device, and nothing for a
   * device that something is under way to or that FCM wants nothing for. What another sender is
   * taking is left to it. One whose sender was given up is due again.
   *
   * @param until when this sender is given up
   * @return how many
   */
  @Query(
      """
      update push p set state = 'SENDING', lease = :lease, next_at = :until
        from (
          with first as materialized (
            select distinct on (q.device_id) q.notification_id, q.device_id, q.next_at
              from push q
             where q.municipality_id = :municipality and q.state in ('WAITING', 'SENDING')
               and q.next_at <= :now
             order by q.device_id, q.next_at, q.notification_id
          ), taken as materialized (
            select w.notification_id, w.device_id
              from first f
              join push w on w.municipality_id = :municipality
                   and w.notification_id = f.notification_id and w.device_id = f.device_id
             where w.state in ('WAITING', 'SENDING') and w.next_at <= :now
               and not exists (select from push_pause a
                                where a.municipality_id = :municipality and a.until > :now)
               and not exists (select from push o
                                where o.municipality_id = :municipality and o.device_id = f.device_id
                                  and o.state = 'SENDING' and o.next_at > :now)
               and not exists (select from device d
                                where d.municipality_id = :municipality and d.id = f.device_id
                                  and d.push_paused_until > :now)
             order by f.next_at, f.notification_id limit :most for no key update of w skip locked
          )
          select notification_id, device_id from taken) mine
       where p.municipality_id = :municipality and p.notification_id = mine.notification_id
         and p.device_id = mine.device_id
      """)
  int claim(int municipality, UUID lease, Instant now, Instant until, int most);

  /** What a lease holds. */
  @Query(
      """
      select p.notification_id, p.device_id, p.user_id, n.kind, p.attempts, p.made_at,
             n.read_at is not null or n.cancelled_at is not null as needless,
             u.blocked_at is not null or d.revoked_at is not null or d.wiped_at is not null as shut_out,
             d.push_token as token
        from push p
        join notification n on n.municipality_id = p.municipality_id and n.id = p.notification_id
        join device d on d.municipality_id = p.municipality_id and d.id = p.device_id and d.user_id = p.user_id
        join app_user u on u.municipality_id = p.municipality_id and u.id = p.user_id
       where p.municipality_id = :municipality and p.state = 'SENDING' and p.lease = :lease
       order by p.notification_id, p.device_id
      """)
  List<PushRow> held(int municipality, UUID lease);

  /** Of this lease only: whoever was given up has nothing to say any more. */
  @Query(
      """
      update push p
         set state = r.state, next_at = r.next_at, problem = r.problem, lease = null,
             attempts = p.attempts + r.sent,
             done_at = case when r.state = 'WAITING' then null else r.next_at end
        from unnest(cast(:notifications as uuid[]), cast(:devices as uuid[]), cast(:states as text[]),
                    cast(:moments as timestamptz[]), cast(:problems as text[]), cast(:sent as int[]))
             as r(notification_id, device_id, state, next_at, problem, sent)
       where p.municipality_id = :municipality and p.lease = :lease
         and p.notification_id = r.notification_id and p.device_id = r.device_id
      """)
  int settle(
      int municipality,
      UUID lease,
      String notifications,
      String devices,
      String states,
      String moments,
      String problems,
      String sent);

  /** FCM wants nothing more until then. */
  @Query(
      """
      insert into push_pause (municipality_id, until, problem)
      select r.municipality_id, r.until, :problem
        from unnest(cast(:municipalities as int[]), cast(:moments as timestamptz[]))
             as r(municipality_id, until)
      on conflict (municipality_id) do update
         set until = excluded.until, problem = excluded.problem
       where push_pause.until < excluded.until
      """)
  void pause(String municipalities, String moments, String problem);

  /** Until when FCM wants nothing, of the municipalities where that is still to come for some. */
  @Query("select municipality_id, until, problem from push_pause")
  List<Pause> pauses();

  @Introspected
  record Pause(int municipalityId, Instant until, String problem) {}

  /** What nobody could send is not worth it any more. */
  @Query(
      """
      update push set state = 'DROPPED', problem = 'EXPIRED', lease = null, done_at = :now
       where municipality_id = :municipality and state in ('WAITING', 'SENDING') and next_at <= :now
         and made_at <= :before
      """)
  int expire(int municipality, Instant now, Instant before);

  @Query("delete from push where municipality_id = :municipality and done_at < :before")
  int forget(int municipality, Instant before);

  // ---- what the devices hear of it

  /** What FCM said last: null for that it took something. */
  @Query(
      """
      update device d
         set pushed_at = case when r.problem is null then cast(:now as timestamptz) else d.pushed_at end,
             push_problem = r.problem,
             push_problem_at = case when r.problem is null then null else cast(:now as timestamptz) end,
             push_paused_until = coalesce(r.paused_until, d.push_paused_until)
        from unnest(cast(:devices as uuid[]), cast(:users as uuid[]), cast(:problems as text[]),
                    cast(:pauses as timestamptz[])) as r(device_id, user_id, problem, paused_until)
       where d.municipality_id = :municipality and d.id = r.device_id and d.user_id = r.user_id
      """)
  void tell(
      int municipality, Instant now, String devices, String users, String problems, String pauses);

  /**
   * Takes a dead token from whoever has it on the device, unless it was set or renewed since the
   * send began: then it is not the token FCM spoke of, or not dead any more.
   */
  @Query(
      """
      update device set push_token = null, push_token_at = null
       where municipality_id = :municipality and id = :device and push_token = :token
         and push_token_at <= :began
      """)
  int bury(int municipality, UUID device, String token, Instant began);

  @Introspected
  record Address(@Nullable String pushToken) {}

  @Query(
      """
      select push_token from device
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  Address address(int municipality, UUID device, UUID person);
}
