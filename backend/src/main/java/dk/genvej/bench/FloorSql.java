package dk.genvej.bench;

import dk.genvej.access.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The statements of the floors, under row level security like the server's. */
final class FloorSql {

  /** Whom the therapist works with today, with the markers. */
  static final String SCOPE =
      """
      select c.id as citizen_id, m.seq, o.course_id
        from actor_scope s
        join care_relation r on r.municipality_id = s.municipality_id and r.kind = s.kind and r.scope_id = s.scope_id
             and r.from_day <= current_date and coalesce(r.before_day, 'infinity') > current_date and r.kind = 'THERAPIST'
        join care_relation o on o.municipality_id = r.municipality_id and o.citizen_id = r.citizen_id and o.kind = 'COURSE_AREA'
             and coalesce(o.before_day, 'infinity') > current_date
        join citizen_change m on m.municipality_id = r.municipality_id and m.citizen_id = r.citizen_id
        join citizen c on c.municipality_id = r.municipality_id and c.id = r.citizen_id
       where s.municipality_id = ? and s.actor_key = ?
       order by c.id
      """;

  private static final String ARRIVE = "select user_id from arrive(?, current_date, ?, ?)";

  private static final String KEY =
      "select actor_key from actor_scope where municipality_id = ? and kind = 'SELF' and scope_id ="
          + " ? limit 1";

  private static final Map<String, UUID> KEYS = new ConcurrentHashMap<>();

  /** What a tablet is sent of them, by its name there. */
  static final Map<String, String> PARTS = new LinkedHashMap<>();

  private static final String STAMP =
      ", version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  static {
    part("person", "citizen", "name, birth_date, street, postal_code, city, phone, care_area_id");
    part(
        "course",
        "course",
        "referral_id, state, therapist_id, tovholder_id, care_area_id, legal_basis, referred_on,"
            + " started_on, due_on");
    part("help", "help", "moment, minutes_per_week, recorded_on");
    part("plan", "plan", "citizens_words, intervention_type");
    part(
        "goals",
        "goal",
        "course_id, condition_id, citizens_words, measure, baseline, baseline_on, target,"
            + " target_value, target_on, status");
    part("visits", "visit", "course_id, state, contact_type, visitor_id, held_at, minutes, note");
    part(
        "scores",
        "score",
        "course_id, instrument, instrument_version, phase, scorer, scored_on, items");
    PARTS.put(
        "serving",
        "select citizen_id, scope_id, from_day from care_relation where municipality_id = ? and"
            + " citizen_id = any(?) and kind = 'SERVING'");
    Stream.of("pause", "care_grant", "note", "course_condition", "agreement", "registration")
        .forEach(table -> part(table, table, "course_id"));
    part("evaluations", "evaluation", "course_id");
  }

  private FloorSql() {}

  private static void part(String name, String table, String columns) {
    PARTS.put(
        name,
        "select id, citizen_id, %s%s from %s where municipality_id = ? and citizen_id = any(?)"
            .formatted(columns, STAMP, table));
  }

  /** Enters as the server does, by the key that an earlier login stored. */
  static UUID arrive(Connection connection, Identity who) throws SQLException {
    var known = KEYS.get(who.municipality() + who.subject());
    try (var enter = connection.prepareStatement(ARRIVE)) {
      enter.setInt(1, who.municipality());
      enter.setString(2, who.subject());
      enter.setString(3, known == null ? "" : known.toString());
      try (var rows = enter.executeQuery()) {
        rows.next();
        return known == null ? remember(connection, who, rows.getObject(1, UUID.class)) : known;
      }
    }
  }

  private static UUID remember(Connection connection, Identity who, UUID user) throws SQLException {
    try (var find = connection.prepareStatement(KEY)) {
      find.setInt(1, who.municipality());
      find.setObject(2, user);
      try (var rows = find.executeQuery()) {
        rows.next();
        KEYS.put(who.municipality() + who.subject(), rows.getObject(1, UUID.class));
      }
    }
    return arrive(connection, who);
  }

  static void logAccess(Connection connection, Identity who, UUID[] citizens) throws SQLException {
    try (var log =
        connection.prepareStatement(
            """
            insert into access_log (municipality_id, received_at, id, user_id, roles, operation, outcome, citizens, request_id)
            select ?, now(), gen_random_uuid(), u.id, 'THERAPIST', 'pullChanges', 'DISCLOSED', ?, gen_random_uuid()
              from app_user u where u.municipality_id = ? and u.subject = ?
            """)) {
      log.setInt(1, who.municipality());
      log.setArray(2, connection.createArrayOf("uuid", citizens));
      log.setInt(3, who.municipality());
      log.setString(4, who.subject());
      log.executeUpdate();
    }
  }
}
