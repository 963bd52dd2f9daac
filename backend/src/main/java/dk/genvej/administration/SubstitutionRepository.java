package dk.genvej.administration;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubstitutionRepository extends GenericRepository<Substitution, UUID> {

  void save(Substitution substitution);

  void update(Substitution substitution);

  /** Holds the row to the end of the transaction. */
  @Query(
      """
      update substitution set version = version
       where municipality_id = :municipality and id = :wanted
      """)
  int lock(int municipality, UUID wanted);

  @Query("select * from substitution where municipality_id = :municipality and id = :wanted")
  Optional<Substitution> find(int municipality, UUID wanted);

  /** Those in which either of the two is away in the role. */
  @Query(
      """
      select * from substitution
       where municipality_id = :municipality and role = :lentRole and absent_id in (:first, :second)
      """)
  List<Substitution> away(int municipality, String lentRole, UUID first, UUID second);

  /** The latest first. */
  @Query(
      """
      select * from substitution
       where municipality_id = :municipality and (from_day, id) < (:beforeDay, :beforeId)
         and (cast(:day as date) is null
              or (from_day <= :day and until_day >= :day and (ended_on is null or ended_on > :day)))
       order by from_day desc, id desc limit :limit
      """)
  List<Substitution> page(
      int municipality, LocalDate beforeDay, UUID beforeId, @Nullable LocalDate day, int limit);
}
