package dk.genvej.goal;

import dk.genvej.work.Rows;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScoresRepository extends GenericRepository<Scores, UUID>, Rows<Scores> {

  /** All that the database lets anybody change of a score. */
  @Query(
      """
      update score set version = version + 1, annulled_at = :at, annulled_by = :annuller,
             annulled_reason = :why
       where municipality_id = :municipality and id = :scoresId
      """)
  void annul(int municipality, UUID scoresId, Instant at, UUID annuller, String why);

  @Override
  @Query("select * from score where municipality_id = :municipality and id = :scoresId")
  Optional<Scores> find(int municipality, UUID scoresId);

  @Override
  @Query(
      """
      select * from score
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Scores> all(int municipality, String ids);

  /**
   * Newest first.
   *
   * @param code the instrument; empty for all
   */
  @Query(
      """
      select * from score
       where municipality_id = :municipality and course_id = :course
         and (:code = '' or instrument = :code) and (scored_on, id) < (:day, :beforeId)
       order by scored_on desc, id desc limit :limit
      """)
  List<Scores> page(
      int municipality, UUID course, String code, LocalDate day, UUID beforeId, int limit);

  @Query(
      """
      select * from score
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
         and annulled_at is null
       order by scored_on, id
      """)
  List<Scores> standing(int municipality, String courses);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from score
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select s.* from theirs s
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on s.citizen_id = held.citizen and s.course_id = held.course
       where s.seq > held.seq
      """)
  List<Scores> newer(int municipality, String whom, String courses, String seqs);
}
