package dk.genvej.check;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Makes a town and its citizens as the superuser past the triggers: what the simulation is about
 * begins with the referral to a therapist, and everything from there goes through the API.
 */
final class TownScene {

  private static final String STAMP_COLUMNS =
      "version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private final Site site;
  private final Town town;

  TownScene(Site site, Town town) {
    this.site = site;
    this.town = town;
  }

  /** Units, staff, substitutions, choices, and the citizens of that many lives. */
  void make(Rules rules, int lives) {
    var installation = site.installation();
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        town.municipality(),
        "By",
        town.root());
    past(
        statement -> {
          units(statement);
          for (var person : town.everybody()) {
            staff(statement, person);
          }
          for (var absence : town.absences()) {
            absence(statement, absence);
          }
          choices(statement, rules);
          for (int life = 0; life < lives; life++) {
            citizen(statement, life);
          }
        });
    site.prepareKeys(town.municipality());
  }

  /** What a therapist writes between the referral and the start. */
  void plan(int life, UUID course, LocalDate day) {
    past(
        batch -> {
          record(
              batch,
              life,
              "plan",
              "id, citizens_words, intervention_type",
              "'%s', 'Jeg vil selv gå i bad', 'HVERDAGSREHABILITERING'".formatted(course));
          record(
              batch,
              life,
              "condition",
              "id, code, level, level_on, recorded_on",
              "'%s', gen_random_uuid(), 3, '%s', '%2$s'".formatted(id("condition", life), day));
          record(
              batch,
              life,
              "course_condition",
              "id, course_id, condition_id, expected_level, in_focus, level_at_start",
              "gen_random_uuid(), '%s', '%s', 1, true, 3".formatted(course, id("condition", life)));
          record(
              batch,
              life,
              "goal",
              "id, course_id, condition_id, citizens_words, measure, baseline, baseline_on, target,"
                  + " target_on, status, agreed_with_citizen",
              "'%s', '%s', '%s', 'Gå i bad', 'Hjælp', 'Meget', '%s', 'Ingen', '%4$s', 'OPEN', true"
                  .formatted(id("goal", life), course, id("condition", life), day));
          batch.addBatch(
              "update course set state = 'PLANNING', version = version + 1 where municipality_id = %d and id = '%s'"
                  .formatted(town.municipality(), course));
        });
  }

  UUID id(String what, int life) {
    return town.id(what + " " + life);
  }

  private void units(Statement batch) throws SQLException {
    for (int district = 0; district < 3; district++) {
      unit(batch, town.district(district), town.root(), "DISTRICT");
    }
    for (int area = 0; area < 6; area++) {
      unit(batch, town.area(area), town.district(Town.districtOf(area)), "CARE_AREA");
      unit(batch, town.team(area), town.area(area), "CARE_TEAM");
    }
    unit(batch, town.supplier(), town.root(), "SUPPLIER");
    batch.addBatch("update municipality set units_version = 2 where id = " + town.municipality());
  }

  private void unit(Statement batch, UUID id, UUID parent, String kind) throws SQLException {
    batch.addBatch(
        "insert into unit (municipality_id, id, parent_id, kind, name) values (%d, '%s', '%s', '%s', 'E')"
            .formatted(town.municipality(), id, parent, kind));
  }

  private static void staff(Statement batch, Person person) throws SQLException {
    batch.addBatch(
        "insert into app_user (municipality_id, id, subject, name, first_seen_at) values (%d, '%s', '%s', '%3$s', now())"
            .formatted(person.municipality(), person.id(), person.subject()));
    batch.addBatch(
        "insert into membership (municipality_id, user_id, role, unit_id) values (%d, '%s', '%s', '%s')"
            .formatted(person.municipality(), person.id(), person.role(), person.unit()));
  }

  private void absence(Statement batch, Town.Absence one) throws SQLException {
    batch.addBatch(
        "insert into substitution (municipality_id, id, absent_id, substitute_id, role, from_day, until_day, author_id, received_at) values (%d, gen_random_uuid(), '%s', '%s', '%s', '%s', '%s', '%2$s', now())"
            .formatted(
                town.municipality(),
                one.absent().id(),
                one.substitute().id(),
                one.absent().role(),
                one.from(),
                one.until()));
  }

  private void choices(Statement batch, Rules rules) throws SQLException {
    choice(batch, "course.length-days", rules.lengthDays());
    choice(batch, "notice.reminder-days", rules.reminderDays());
    choice(batch, "notice.overdue-days", rules.overdueDays());
    choice(batch, "notice.escalation-days", rules.escalationDays());
  }

  private void choice(Statement batch, String key, int value) throws SQLException {
    batch.addBatch(
        "insert into setting (municipality_id, id, key, valid_from, value, source, received_at) values (%d, gen_random_uuid(), '%s', '2000-01-01', '%d', 'simulation', now())"
            .formatted(town.municipality(), key, value));
  }

  private void citizen(Statement batch, int life) throws SQLException {
    var citizen = id("citizen", life);
    var area = town.area(Town.areaOf(life));
    batch.addBatch(
        "insert into citizen (municipality_id, id, cpr_sealed, cpr_index, cpr_key, name, name_key, birth_date, care_area_id, responsible_visitator_id, %s) values (%d, '%s', '\\x00', sha256('%3$s'), 1, 'Opdigtet Borger', 'opdigtet borger', '1942-06-15', '%s', %s, %s)"
            .formatted(
                STAMP_COLUMNS,
                town.municipality(),
                citizen,
                area,
                town.responsibleNamed(life) ? "'" + town.visitatorOf(life).id() + "'" : "null",
                stamp(life)));
    batch.addBatch(
        "insert into citizen_change (municipality_id, citizen_id, seq, raised_in) values (%d, '%s', 1, '1'::xid8)"
            .formatted(town.municipality(), citizen));
    relation(batch, citizen, "AREA", area);
    if (town.servingUnit(life).isPresent()) {
      relation(batch, citizen, "SERVING", town.servingUnit(life).get());
    }
    if (town.hasContact(life)) {
      relation(batch, citizen, "CONTACT", town.carer(Town.areaOf(life)).id());
    }
    referral(batch, life);
  }

  private void relation(Statement batch, UUID citizen, String kind, UUID scope)
      throws SQLException {
    batch.addBatch(
        "insert into care_relation (municipality_id, id, citizen_id, kind, scope_id, from_day, received_at, seq) values (%d, gen_random_uuid(), '%s', '%s', '%s', '%s', now(), 1)"
            .formatted(town.municipality(), citizen, kind, scope, town.firstDay().minusDays(60)));
  }

  private void referral(Statement batch, int life) throws SQLException {
    var day = town.firstDay().minusDays(5);
    record(
        batch,
        life,
        "referral",
        "id, state, kind, source, received_on, assessed_on, individual_reason, legal_basis",
        "'%s', 'SUITABLE', 'HOME_CARE', 'CITIZEN', '%s', '%2$s', 'Kan selv en del', 'SEL_83A'"
            .formatted(id("referral", life), day));
    record(
        batch,
        life,
        "help",
        "id, referral_id, moment, basis, minutes_per_week, services, recorded_on",
        "gen_random_uuid(), '%s', 'SHADOW', 'MINUTES', 300, '[{\"service\": \"PERSONAL_CARE\", \"minutes\": 300, \"everyWeeks\": 1}]', '%s'"
            .formatted(id("referral", life), day));
  }

  private void record(Statement batch, int life, String table, String columns, String values)
      throws SQLException {
    batch.addBatch(
        "insert into %s (municipality_id, citizen_id, %s, %s) values (%d, '%s', %s, %s)"
            .formatted(
                table,
                STAMP_COLUMNS,
                columns,
                town.municipality(),
                id("citizen", life),
                stamp(life),
                values));
  }

  private String stamp(int life) {
    return "1, 0, now(), now(), now(), '" + town.visitatorOf(life).id() + "'";
  }

  private interface Batch {
    void fill(Statement statement) throws SQLException;
  }

  private void past(Batch batch) {
    try (var connection = site.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      batch.fill(statement);
      statement.executeBatch();
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException("the town could not be made", failed);
    }
  }
}
