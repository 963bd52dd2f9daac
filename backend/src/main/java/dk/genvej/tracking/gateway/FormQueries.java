package dk.genvej.tracking.gateway;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How records of the field stood at a moment; the same for people and for the worker. */
interface FormQueries {

  /**
   * The last form each record of a citizen had been given before a moment, by when it was received,
   * and every form of what courses aim at, as it matters since when. An annulment leaves some
   * stamps as they were, so its own time counts too. Ordinary help, which no course has granted, is
   * not ours to tell.
   */
  @Query(
      """
      select f.record_type, cast(f.content as text) as content, f.received_at
        from (select a.*, row_number() over (partition by a.record_type, a.record_id order by a.version desc) as nth
                from (select b.*, greatest(cast(b.content ->> 'stamp_received_at' as timestamptz),
                                           cast(b.content ->> 'annulled_at' as timestamptz)) as received_at
                        from (select 'course' as record_type, t.id as record_id, t.version, to_jsonb(t) as content
                                from course t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'condition', t.id, t.version, to_jsonb(t)
                                from condition t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'course_condition', t.id, t.version, to_jsonb(t)
                                from course_condition t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'care_grant', t.id, t.version, to_jsonb(t)
                                from care_grant t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'evaluation', t.id, t.version, to_jsonb(t)
                                from evaluation t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'follow_up', t.id, t.version, to_jsonb(t)
                                from follow_up t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'help', t.id, t.version, to_jsonb(t)
                                from help t where t.municipality_id = :municipality and t.citizen_id = :citizen
                              union select 'visit', t.id, t.version, to_jsonb(t)
                                from visit t
                               where t.municipality_id = :municipality and t.citizen_id = :citizen and :withVisits
                              union select v.record_type, v.record_id, v.version, v.content
                                from record_version v
                               where v.municipality_id = :municipality and v.citizen_id = :citizen
                                 and v.record_type in ('course', 'condition', 'course_condition', 'care_grant', 'evaluation',
                                                       'follow_up', 'help', case when :withVisits then 'visit' end)) b) a
               where a.received_at < :before) f
       where (f.nth = 1 or f.record_type = 'course_condition')
         and (f.record_type <> 'care_grant' or f.content ->> 'course_id' is not null)
       order by f.record_type, f.record_id, f.nth desc
      """)
  List<Form> forms(int municipality, UUID citizen, Instant before, boolean withVisits);

  /**
   * @param content the row as JSON
   */
  @Introspected
  record Form(String recordType, String content, Instant receivedAt) {}

  /**
   * What the gateway was told of a citizen under one CPR number, or is being told, last form first:
   * what it accepted, and what waits or is on its way. What was held, refused or skipped told it
   * nothing, so the next report tells all of that which still stands; an id that only such a report
   * gave a record is not known to the gateway, and is given to it again.
   */
  @Query(
      """
      select distinct on (r.resource_id) r.kind, r.source, r.generation, r.identity, r.course_id,
             cast(r.content as text) as content
        from gateway_resource r
        join gateway_report p on p.municipality_id = r.municipality_id and p.id = r.report_id
       where r.municipality_id = :municipality and r.citizen_id = :citizen and p.citizen_id = :citizen
         and p.holder = :holder and (p.accepted_at is not null or p.state in ('WAITING', 'SENT'))
       order by r.resource_id, p.number desc
      """)
  List<ResourceLine> told(int municipality, UUID citizen, int holder);

  @Introspected
  record ResourceLine(
      SourceKind kind,
      String source,
      int generation,
      String identity,
      @Nullable UUID courseId,
      String content) {}

  /** The organisation that keeps the record; null while nobody has named it. */
  @Query("select sor_code as code from municipality where id = :municipality")
  Sor sor(int municipality);

  @Introspected
  record Sor(@Nullable String code) {}
}
