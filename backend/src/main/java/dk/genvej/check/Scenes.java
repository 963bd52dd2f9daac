package dk.genvej.check;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes scenes as the superuser past the triggers, a municipality of many at a time: what the
 * campaign is about begins after.
 */
final class Scenes {

  /** 899 municipalities of these are twice the full campaign; each trial begins a new one. */
  private static final int IN_A_MUNICIPALITY = 250;

  /** Wrote all of it; some of what happens later is told to whoever did. */
  private static final String AUTHOR = "00000000-0000-0000-0000-000000000001";

  private static final String STAMP = "1, 0, now(), now(), now(), '" + AUTHOR + "'";
  private static final String STAMP_COLUMNS =
      "version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private final Site site;
  private int municipality;
  private int used = IN_A_MUNICIPALITY;

  Scenes(Site site) {
    this.site = site;
    this.municipality = highest(site);
  }

  synchronized Scene next() {
    if (used == IN_A_MUNICIPALITY) {
      make(++municipality);
      used = 0;
    }
    return new Scene(municipality, used++);
  }

  /** Of the municipalities there are. */
  static int highest(Site site) {
    try (var connection = site.superuser();
        var query = connection.createStatement();
        var rows = query.executeQuery("select coalesce(max(id), 100) from municipality")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void make(int code) {
    var installation = site.installation();
    var root = new Scene(code, 0).root();
    Municipalities.add(
        installation.url(), Installation.OWNER, installation.password(), code, "By " + code, root);
    try (var connection = site.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "insert into app_user (municipality_id, id, subject, name, first_seen_at) values (%d, '%s', 'author', 'author', now())"
              .formatted(code, AUTHOR));
      for (int i = 0; i < IN_A_MUNICIPALITY; i++) {
        add(statement, new Scene(code, i));
      }
      statement.executeBatch();
      statement.execute("update municipality set units_version = 2 where id = " + code);
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException("the scenes could not be made", failed);
    }
    site.prepareKeys(code);
  }

  private static void add(Statement batch, Scene scene) throws SQLException {
    for (var sql : inserts(scene)) {
      batch.addBatch(sql);
    }
  }

  private static List<String> inserts(Scene scene) {
    var inserts = new ArrayList<String>();
    inserts.add(units(scene));
    scene.everybody().forEach(person -> inserts.addAll(staff(person)));
    inserts.addAll(citizen(scene, scene.citizen()));
    inserts.addAll(course(scene));
    inserts.add(relations(scene));
    inserts.addAll(citizen(scene, scene.twin()));
    inserts.add(
        "insert into care_relation (municipality_id, id, citizen_id, kind, scope_id, from_day, received_at, seq) values (%d, gen_random_uuid(), '%s', 'AREA', '%s', current_date - 60, now(), 1)"
            .formatted(scene.municipality(), scene.twin(), scene.area()));
    return inserts;
  }

  private static String units(Scene s) {
    return "insert into unit (municipality_id, id, parent_id, kind, name) values (%1$d, '%2$s', '%3$s', 'DISTRICT', 'D'), (%1$d, '%4$s', '%2$s', 'CARE_AREA', 'A'), (%1$d, '%5$s', '%2$s', 'CARE_AREA', 'B')"
        .formatted(s.municipality(), s.district(), s.root(), s.area(), s.elsewhere());
  }

  private static List<String> staff(Person person) {
    return List.of(
        "insert into app_user (municipality_id, id, subject, name, first_seen_at) values (%d, '%s', '%s', '%s', now())"
            .formatted(person.municipality(), person.id(), person.subject(), person.subject()),
        "insert into membership (municipality_id, user_id, role, unit_id) values (%d, '%s', '%s', '%s')"
            .formatted(person.municipality(), person.id(), person.role(), person.unit()));
  }

  private static List<String> citizen(Scene s, UUID id) {
    return List.of(
        "insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key, birth_date, care_area_id, %s) values (%d, '%s', '\\x00', sha256('%s'), 1, 'Opdigtet Borger', 'opdigtet borger', '1942-06-15', '%s', %s)"
            .formatted(STAMP_COLUMNS, s.municipality(), id, id, s.area(), STAMP),
        "insert into citizen_change (municipality_id, citizen_id, seq, raised_in) values (%d, '%s', 1, '1'::xid8)"
            .formatted(s.municipality(), id));
  }

  private static List<String> course(Scene s) {
    return List.of(
        record(
            s,
            "referral",
            "id, state, kind, source, received_on, assessed_on, individual_reason, legal_basis",
            "'%s', 'REFERRED', 'HOME_CARE', 'CITIZEN', current_date - 40, current_date - 35, 'Kan selv en del', 'SEL_83A'"
                .formatted(s.referral())),
        record(
            s,
            "course",
            "id, referral_id, state, therapist_id, tovholder_id, care_area_id, district_id,"
                + " legal_basis, referred_on, started_on, due_on",
            "'%s', '%s', 'ACTIVE', '%4$s', '%4$s', '%3$s', '%5$s', 'SEL_83A', current_date - 35, current_date - 30, current_date + 54"
                .formatted(s.course(), s.referral(), s.area(), s.anna().id(), s.district())),
        record(s, "plan", "id, intervention_type", "'%s', 'X'".formatted(s.course())),
        record(
            s,
            "condition",
            "id, code, level, level_on, recorded_on",
            "'%s', gen_random_uuid(), 2, current_date, current_date".formatted(s.condition())),
        record(
            s,
            "agreement",
            "id, course_id, actor_role, action, times_per_week, from_day, until_day",
            "'%s', '%s', 'CARE_STAFF', 'Bad', 2, current_date - 30, current_date + 30"
                .formatted(s.agreement(), s.course())));
  }

  private static String relations(Scene s) {
    return "insert into care_relation (municipality_id, id, citizen_id, course_id, kind, scope_id, from_day, received_at, seq) select %d, gen_random_uuid(), '%s', c::uuid, k, i::uuid, current_date - 60, now(), 1 from (values ('AREA', '%3$s', null), ('COURSE_AREA', '%3$s', '%4$s'), ('THERAPIST', '%5$s', '%4$s')) v(k, i, c)"
        .formatted(s.municipality(), s.citizen(), s.area(), s.course(), s.anna().id());
  }

  private static String record(Scene scene, String table, String columns, String values) {
    return "insert into %s (municipality_id, citizen_id, %s, %s) values (%d, '%s', %s, %s)"
        .formatted(
            table, STAMP_COLUMNS, columns, scene.municipality(), scene.citizen(), STAMP, values);
  }
}
