package dk.genvej.work;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkerRepository extends GenericRepository<MarkerRepository.Marker, UUID> {

  @MappedEntity("citizen_change")
  record Marker(int municipalityId, @Id UUID citizenId, long seq) {}

  @Introspected
  record Found(UUID citizenId) {}

  @Query("select raise_marker(:municipality, :citizenId) as citizen_id")
  Found raise(int municipality, UUID citizenId);

  @Query(
      """
      insert into citizen_change (municipality_id, citizen_id, seq, raised_in)
      values (:municipality, :citizenId, 1, pg_current_xact_id())
      """)
  void open(int municipality, UUID citizenId);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from citizen
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> citizen(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from referral
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> referral(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from course
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> course(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from goal
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> goal(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from score
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> score(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from visit
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> visit(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from note
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> note(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from pause
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> pause(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from agreement
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> agreement(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from registration
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> registration(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from evaluation
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> evaluation(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from follow_up
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> followUp(int municipality, UUID id);

  @Query(
      """
      select raise_marker(municipality_id, citizen_id) as citizen_id from task
       where municipality_id = :municipality and id = :id
      """)
  Optional<Found> task(int municipality, UUID id);

  /** A record and whose it is. */
  @Introspected
  record Owned(UUID id, UUID citizenId) {}

  /** Raises those that exist in the order of their ids, so that two queues never wait in a ring. */
  @Query(
      """
      with raised as (
        update citizen_change c
           set seq = c.seq + (c.raised_in <> pg_current_xact_id())::int,
               raised_in = pg_current_xact_id()
          from (select citizen_id from citizen_change
                 where municipality_id = :municipality
                   and citizen_id = any(cast(:citizens as uuid[]))
                 order by citizen_id for no key update) marker
         where c.municipality_id = :municipality and c.citizen_id = marker.citizen_id
        returning c.municipality_id || ':' || c.citizen_id || '=' || c.seq || ';' as told),
      told as (
        select count(*) as raised, set_config('app.raised',
               coalesce(current_setting('app.raised', true), '') || coalesce(string_agg(told, ''), ''),
               true) from raised)
      select raised from told
      """)
  int raiseAll(int municipality, String citizens);

  @Query(
      """
      select id, citizen_id from citizen
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> citizens(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from referral
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> referrals(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from course
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> courses(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from goal
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> goals(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from score
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> scores(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from visit
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> visits(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from note
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> notes(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from pause
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> pauses(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from agreement
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> agreements(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from registration
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> registrations(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from evaluation
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> evaluations(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from follow_up
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> followUps(int municipality, String ids);

  @Query(
      """
      select id, citizen_id from task
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Owned> tasks(int municipality, String ids);
}
