package dk.genvej.agreement;

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
interface RegistrationRepository extends GenericRepository<Registration, UUID>, Rows<Registration> {

  @Override
  @Query("select * from registration where municipality_id = :municipality and id = :wanted")
  Optional<Registration> find(int municipality, UUID wanted);

  @Override
  @Query(
      """
      select * from registration
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Registration> all(int municipality, String ids);

  /** Only this much of a registration can ever change; the database lets nothing more through. */
  @Query(
      """
      update registration set version = version + 1, annulled_at = :at, annulled_by = :by,
             annulled_reason = :reason
       where municipality_id = :municipality and id = :wanted
      """)
  void annul(int municipality, UUID wanted, Instant at, UUID by, String reason);

  /** Newest first, from before a place. */
  @Query(
      """
      select * from registration
       where municipality_id = :municipality and agreement_id = :agreement
         and (happened_at, id) < (:before, :beforeId)
       order by happened_at desc, id desc limit :most
      """)
  List<Registration> page(
      int municipality, UUID agreement, Instant before, UUID beforeId, int most);
}
