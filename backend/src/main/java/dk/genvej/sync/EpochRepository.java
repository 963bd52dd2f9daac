package dk.genvej.sync;

import dk.genvej.access.Unit;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EpochRepository extends GenericRepository<Unit, UUID> {

  /**
   * The epoch that no other follows, beside what the database is: the cluster it lives in and the
   * timeline it writes, and whether something of the person's queue is held. The control file's
   * timeline lags until a checkpoint, the WAL's does not.
   */
  @Query(
      """
      select e.id, e.system_identifier, e.timeline,
             s.system_identifier as current_identifier,
             substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as current_timeline,
             cast(:mutation as uuid) is null
             or exists (select from mutation m
                         where m.municipality_id = :municipality
                           and m.id = cast(:mutation as uuid)) as mutation_known,
             exists (select from kept_mutation k
                      where k.municipality_id = :municipality and k.user_id = :person
                        and k.state = 'HELD') as queue_held
        from pg_control_system() s
        left join sync_epoch e on e.municipality_id = :municipality
             and not exists (select from sync_epoch n
                              where n.municipality_id = e.municipality_id and n.follows = e.id)
      """)
  Look look(int municipality, UUID person, @Nullable UUID mutation);

  @Introspected
  record Look(
      @Nullable UUID id,
      @Nullable Long systemIdentifier,
      @Nullable String timeline,
      long currentIdentifier,
      String currentTimeline,
      boolean mutationKnown,
      boolean queueHeld) {}

  /** The epoch that no other follows; none before the first. */
  @Query(
      """
      select e.id from sync_epoch e
       where e.municipality_id = :municipality
         and not exists (select from sync_epoch n
                          where n.municipality_id = e.municipality_id and n.follows = e.id)
      """)
  Optional<UUID> newest(int municipality);

  /** Two instances that notice at once draw one: the second waits for the first, and adds none. */
  @Query(
      """
      insert into sync_epoch (municipality_id, id, follows, drawn_at, reason, system_identifier, timeline)
      select :municipality, :id, cast(:follows as uuid), :at, :reason, s.system_identifier,
             substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
        from pg_control_system() s
      on conflict on constraint sync_epoch_once do nothing
      """)
  int draw(int municipality, UUID id, @Nullable UUID follows, Instant at, String reason);

  @Query("select count(*) from municipality where id = :municipality")
  long municipalities(int municipality);

  /** Markers of citizens a tablet holds and is no longer to hold. */
  @Query(
      """
      select citizen_id, seq from citizen_change
       where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
      """)
  List<Marker> markers(int municipality, String whom);

  @Introspected
  record Marker(UUID citizenId, long seq) {}
}
