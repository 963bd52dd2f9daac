package dk.genvej.imports;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ContactRepository extends GenericRepository<Contact, UUID> {

  void saveAll(List<Contact> contacts);

  void updateAll(List<Contact> contacts);

  @Query(
      """
      select municipality_id, id, citizen_id, state, kind, source, received_on, discharged_on, hospital, has_rehab_plan,
             reason, version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id, stamp_device_id,
             stamp_mutation_id
        from referral where municipality_id = :municipality and id in (:ids)
      """)
  List<Contact> of(int municipality, List<UUID> ids);
}
