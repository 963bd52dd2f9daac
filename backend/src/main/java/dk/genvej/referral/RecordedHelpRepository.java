package dk.genvej.referral;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordedHelpRepository extends GenericRepository<RecordedHelp, UUID> {

  void save(RecordedHelp help);

  void update(RecordedHelp help);

  @Query(
      """
      select * from help
       where municipality_id = :municipality and referral_id = any(cast(:referrals as uuid[]))
       order by referral_id, recorded_on, id
      """)
  List<RecordedHelp> ofReferrals(int municipality, String referrals);
}
