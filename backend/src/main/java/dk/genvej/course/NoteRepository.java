package dk.genvej.course;

import dk.genvej.work.Rows;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoteRepository extends GenericRepository<Note, UUID>, Rows<Note> {

  @Override
  @Query("select * from note where municipality_id = :municipality and id = :noteId")
  Optional<Note> find(int municipality, UUID noteId);

  @Override
  @Query(
      """
      select * from note
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Note> all(int municipality, String ids);

  /** Only this much of a note can ever change; the database lets nothing more through. */
  @Query(
      """
      update note set version = version + 1, annulled_at = :at, annulled_by = :by,
             annulled_reason = :reason
       where municipality_id = :municipality and id = :noteId
      """)
  void annul(int municipality, UUID noteId, Instant at, UUID by, String reason);

  /** Newest first, from before a place. */
  @Query(
      """
      select * from note
       where municipality_id = :municipality and course_id = :course
         and (stamp_happened_at, id) < (:beforeTime, :beforeId)
       order by stamp_happened_at desc, id desc limit :most
      """)
  List<Note> page(int municipality, UUID course, Instant beforeTime, UUID beforeId, int most);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from note
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select n.* from theirs n
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on n.citizen_id = held.citizen and n.course_id = held.course
       where n.seq > held.seq
      """)
  List<Note> newer(int municipality, String whom, String courses, String seqs);
}
