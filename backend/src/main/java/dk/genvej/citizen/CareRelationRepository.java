package dk.genvej.citizen;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CareRelationRepository extends GenericRepository<CareRelation, UUID> {

  void save(CareRelation relation);

  void update(CareRelation relation);

  void saveAll(List<CareRelation> relations);

  @Query(
      """
      select * from care_relation where municipality_id = :municipality and citizen_id = :citizenId
       order by from_day, id
      """)
  List<CareRelation> ofCitizen(int municipality, UUID citizenId);

  @Query(
      """
      select * from care_relation
       where municipality_id = :municipality and citizen_id in (:citizens) and kind = 'SERVING'
       order by from_day, id
      """)
  List<CareRelation> serving(int municipality, List<UUID> citizens);

  @Query(
      """
      select * from care_relation
       where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
         and kind = 'SERVING'
       order by from_day, id
      """)
  List<CareRelation> servingAny(int municipality, String whom);
}
