package dk.genvej.sync;

import dk.genvej.access.Unit;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScopeRepository extends GenericRepository<Unit, UUID> {

  /**
   * Everybody with an open course whom the actor has to do with today in a role that works with a
   * tablet, with the markers: one statement, so that they are of one moment. A course is open
   * exactly while its care area sees it; who is responsible for another course of the citizen does
   * not hold this one.
   */
  @Query(
      """
      with met as materialized (
        select r.citizen_id, o.course_id,
               string_agg(distinct s.role || ' ' || r.kind, ',') as standings
          from actor_scope s
          join care_relation r on r.municipality_id = s.municipality_id and r.kind = s.kind
               and r.scope_id = s.scope_id and r.from_day <= :today
               and coalesce(r.before_day, 'infinity') > :today
          join care_relation o on o.municipality_id = r.municipality_id
               and o.citizen_id = r.citizen_id and o.kind = 'COURSE_AREA' and o.from_day <= :today
               and coalesce(o.before_day, 'infinity') > :today
               and (r.course_id is null or r.course_id = o.course_id)
         where s.municipality_id = :municipality and s.actor_key = :actorKey
           and s.role in ('THERAPIST', 'CARE_STAFF', 'NURSE', 'SUPPLIER')
         group by r.citizen_id, o.course_id)
      select met.citizen_id, met.course_id, met.standings, m.seq, c.seq as person_seq, c.died_on
        from met
        join citizen_change m on m.municipality_id = :municipality and m.citizen_id = met.citizen_id
        join citizen c on c.municipality_id = :municipality and c.id = met.citizen_id
       order by met.citizen_id
      """)
  List<Line> today(int municipality, UUID actorKey, LocalDate today);

  /**
   * @param standings role and relation, parted by a space, pairs by commas
   */
  @Introspected
  record Line(
      UUID citizenId,
      UUID courseId,
      String standings,
      long seq,
      long personSeq,
      @Nullable LocalDate diedOn) {}

  /**
   * From here on in this transaction statements are planned once and for all arguments. Those that
   * read a page are cheap to run and dear to plan, and for a few news PostgreSQL plans each anew.
   */
  @Query("select set_config('plan_cache_mode', 'force_generic_plan', true)")
  String planOnce();

  /** Of these, those whose relations were written since the markers were read. */
  @Query(
      """
      select distinct r.citizen_id from care_relation r
        join unnest(cast(:whom as uuid[]), cast(:seqs as bigint[])) as read(citizen, seq)
          on r.citizen_id = read.citizen
       where r.municipality_id = :municipality and r.seq > read.seq
      """)
  List<Found> moved(int municipality, String whom, String seqs);

  /** Of these courses, those with a pause that was not over on the day. */
  @Query(
      """
      select distinct citizen_id from pause
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
         and annulled_at is null and coalesce(home_day, 'infinity') > :day
      """)
  List<Found> resting(int municipality, String courses, LocalDate day);

  @Introspected
  record Found(UUID citizenId) {}

  /** What the person's queue left here that waits for something that has not arrived. */
  @Query(
      """
      select id from kept_mutation
       where municipality_id = :municipality and user_id = :person and state = 'HELD'
       order by received_at, id limit 1000
      """)
  List<Waiting> waiting(int municipality, UUID person);

  @Introspected
  record Waiting(UUID id) {}
}
