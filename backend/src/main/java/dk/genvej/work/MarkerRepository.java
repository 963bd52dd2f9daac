package dk.genvej.work;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkerRepository extends GenericRepository<MarkerRepository.Marker, UUID> {

  @MappedEntity("citizen_change")
  record Marker(int municipalityId, @Id UUID citizenId, long seq) {}

  @Introspected
  record Found(UUID citizenId) {}

  @Query(
      """
      update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id()
       where municipality_id = :municipality and citizen_id = :citizenId
      """)
  int raise(int municipality, UUID citizenId);

  @Query(
      """
      insert into citizen_change (municipality_id, citizen_id, seq, raised_in)
      values (:municipality, :citizenId, 1, pg_current_xact_id())
      """)
  void open(int municipality, UUID citizenId);

  @Query("select citizen_id from citizen where municipality_id = :municipality and id = :id")
  Optional<Found> citizen(int municipality, UUID id);

  @Query("select citizen_id from referral where municipality_id = :municipality and id = :id")
  Optional<Found> referral(int municipality, UUID id);

  @Query("select citizen_id from course where municipality_id = :municipality and id = :id")
  Optional<Found> course(int municipality, UUID id);

  @Query("select citizen_id from goal where municipality_id = :municipality and id = :id")
  Optional<Found> goal(int municipality, UUID id);

  @Query("select citizen_id from score where municipality_id = :municipality and id = :id")
  Optional<Found> score(int municipality, UUID id);

  @Query("select citizen_id from visit where municipality_id = :municipality and id = :id")
  Optional<Found> visit(int municipality, UUID id);

  @Query("select citizen_id from note where municipality_id = :municipality and id = :id")
  Optional<Found> note(int municipality, UUID id);

  @Query("select citizen_id from pause where municipality_id = :municipality and id = :id")
  Optional<Found> pause(int municipality, UUID id);

  @Query("select citizen_id from agreement where municipality_id = :municipality and id = :id")
  Optional<Found> agreement(int municipality, UUID id);

  @Query("select citizen_id from registration where municipality_id = :municipality and id = :id")
  Optional<Found> registration(int municipality, UUID id);

  @Query("select citizen_id from evaluation where municipality_id = :municipality and id = :id")
  Optional<Found> evaluation(int municipality, UUID id);

  @Query("select citizen_id from follow_up where municipality_id = :municipality and id = :id")
  Optional<Found> followUp(int municipality, UUID id);

  @Query("select citizen_id from task where municipality_id = :municipality and id = :id")
  Optional<Found> task(int municipality, UUID id);
}
