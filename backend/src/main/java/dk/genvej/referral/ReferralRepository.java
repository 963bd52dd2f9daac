package dk.genvej.referral;

import io.micronaut.core.annotation.Introspected;
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
interface ReferralRepository extends GenericRepository<Referral, UUID> {

  void save(Referral referral);

  void update(Referral referral);

  void saveAll(List<Referral> referrals);

  void updateAll(List<Referral> referrals);

  @Query("select * from referral where municipality_id = :municipality and id = :referralId")
  Optional<Referral> find(int municipality, UUID referralId);

  @Query("select * from referral where municipality_id = :municipality and id in (:ids)")
  List<Referral> of(int municipality, List<UUID> ids);

  /** Those that wait the longest first. */
  @Query(
      """
      select r.id, r.version, r.citizen_id, c.name as citizen_name, c.birth_date, r.kind, r.source,
             r.reason, r.state, r.received_on, r.discharged_on, r.assessed_on,
             (r.stamp_received_at at time zone 'Europe/Copenhagen')::date as changed_on
        from referral r
        join citizen c on c.municipality_id = r.municipality_id and c.id = r.citizen_id
       where r.municipality_id = :municipality and r.state in (:states) and r.kind in (:kinds)
         and (r.received_on, r.id) > (:afterDay, :afterId)
       order by r.received_on, r.id limit :limit
      """)
  List<Line> list(
      int municipality,
      List<String> states,
      List<String> kinds,
      LocalDate afterDay,
      UUID afterId,
      int limit);

  @Introspected
  record Line(
      UUID id,
      int version,
      UUID citizenId,
      String citizenName,
      LocalDate birthDate,
      String kind,
      String source,
      @Nullable String reason,
      String state,
      LocalDate receivedOn,
      @Nullable LocalDate dischargedOn,
      @Nullable LocalDate assessedOn,
      LocalDate changedOn) {}

  /** The course a contact led to. Packages above are asked by their tables, never by their code. */
  @Query(
      """
      select id, started_on, annulled_at is not null as annulled from course
       where municipality_id = :municipality and referral_id = :referralId
      """)
  Optional<CourseLine> course(int municipality, UUID referralId);

  @Introspected
  record CourseLine(UUID id, @Nullable LocalDate startedOn, boolean annulled) {

    boolean started() {
      return startedOn != null;
    }
  }
}
