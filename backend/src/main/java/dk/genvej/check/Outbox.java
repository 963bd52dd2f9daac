package dk.genvej.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** R12: no change without its event, no event without its change. */
final class Outbox {

  /** Each version of what tablets write beside its rows in the outbox and in the change log. */
  private static final String AMISS =
      """
      with here(m, course) as (values (?, cast(? as uuid))),
      kept as (
        select v.record_type, v.record_id, v.version, 1 as times from record_version v, here
         where v.municipality_id = m and v.content ->> 'course_id' = course::text
           and v.record_type in ('note', 'visit', 'registration')),
      told as (
        select e.record_type, e.record_id, e.version, count(*) as times from event e, here
         where e.municipality_id = m and e.course_id = course
           and e.record_type in ('note', 'visit', 'registration') group by 1, 2, 3),
      logged as (
        select c.record_type, c.record_id, c.version, count(*) as times from change_log c, here
         where c.municipality_id = m and c.course_id = course
           and c.record_type in ('note', 'visit', 'registration') group by 1, 2, 3)
      select concat_ws(' ', record_type, record_id, 'version', version, 'has', coalesce(k.times, 0), 'row,',
                       coalesce(t.times, 0), 'events,', coalesce(l.times, 0), 'lines of the change log')
        from kept k
        full join told t using (record_type, record_id, version)
        full join logged l using (record_type, record_id, version)
       where k.times is distinct from 1 or t.times is distinct from 1 or l.times is distinct from 1
      """;

  private Outbox() {}

  /** A sentence for each version of a course's records that has not exactly one of each. */
  static List<String> amiss(Connection superuser, int municipality, UUID course) {
    var amiss = new ArrayList<String>();
    try (var query = superuser.prepareStatement(AMISS)) {
      query.setInt(1, municipality);
      query.setObject(2, course);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          amiss.add(rows.getString(1));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the look at the outbox failed", failed);
    }
    return amiss;
  }
}
