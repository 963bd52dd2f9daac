package dk.genvej.imports;

import dk.genvej.shared.Ids;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

/** A municipality with the units of the sample set, empty of citizens. */
final class ImportWorld {

  /** When the sample set is a day old. */
  static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  /** What the import left behind, whatever ids it made on the way. */
  private static final String STATE =
      """
      select count(*) || ' ' || md5(string_agg(line, '|' order by line)) from (
        select r.external_key || c.name || c.birth_date || coalesce(c.street, '') || u.name || c.version
               || (select string_agg(r2.kind || u2.name || r2.version, ',' order by r2.kind)
                     from care_relation r2 join unit u2 on u2.municipality_id = r2.municipality_id and u2.id = r2.scope_id
                    where r2.municipality_id = c.municipality_id and r2.citizen_id = c.id)
               || (select seq from citizen_change m where m.municipality_id = c.municipality_id and m.citizen_id = c.id) as line
          from citizen c
          join unit u on u.municipality_id = c.municipality_id and u.id = c.care_area_id
          left join imported_row r on r.municipality_id = c.municipality_id and r.file_kind = 'CITIZENS' and r.record_id = c.id
         where c.municipality_id = :m
        union all
        select r.external_key || g.code || g.legal_basis || g.from_day || g.state || g.minutes_per_week || g.version
          from care_grant g
          left join imported_row r on r.municipality_id = g.municipality_id and r.file_kind = 'GRANTS' and r.record_id = g.id
         where g.municipality_id = :m
        union all
        select r.external_key || f.kind || f.source || f.received_on || f.state || f.version
          from referral f
          left join imported_row r on r.municipality_id = f.municipality_id and r.file_kind = 'CONTACTS' and r.record_id = f.id
         where f.municipality_id = :m
        union all
        select record_type || version || ' ' || count(*) from change_log where municipality_id = :m group by record_type, version
        union all
        select kind || historic || ' ' || count(*) from event where municipality_id = :m group by kind, historic
        union all
        select record_type || version || ' ' || count(*) from record_version where municipality_id = :m
         group by record_type, version) as lines
      """;

  final World world = new World().on("2026-11-02");

  ImportWorld() {
    world.sql(this::units);
  }

  ImportReport imports(FileKind kind, String file) {
    return imports(kind, file.getBytes(StandardCharsets.UTF_8));
  }

  ImportReport imports(FileKind kind, byte[] file) {
    return run(ImportOrder.of(world.municipality, kind, file), Question.no());
  }

  ImportReport run(ImportOrder order, Question question) {
    return TestServer.running()
        .context()
        .getBean(Imports.class)
        .run(order.at(NOW), question, Progress.silent());
  }

  /** A file of citizens of any municipality, as of now. */
  static ImportReport citizens(World world, String file) {
    return TestServer.running()
        .context()
        .getBean(Imports.class)
        .run(
            ImportOrder.of(
                world.municipality, FileKind.CITIZENS, file.getBytes(StandardCharsets.UTF_8)),
            Question.no(),
            Progress.silent());
  }

  /** SQL on the referral of the only citizen with one, past every policy. */
  void asImport(String update) {
    try (var connection = world.superuser()) {
      connection.setAutoCommit(false);
      World.execute(
          connection,
          "update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id() where"
              + " municipality_id = "
              + world.municipality);
      World.execute(connection, update);
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  String state() {
    return world.value(STATE);
  }

  /** The lines of a file of citizens, for a test to change. */
  static String citizens(int count) {
    return SampleSet.files()
        .get("citizens.csv")
        .lines()
        .limit(count + 1L)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void units(Connection connection) throws SQLException {
    var district = add(connection, world.root, "DISTRICT", "Distrikt Kyst");
    for (var area : SampleCitizens.AREAS) {
      var areaId = add(connection, district, "CARE_AREA", area);
      add(connection, areaId, "CARE_TEAM", "Hjemmeplejen " + area);
    }
    for (var supplier : SampleCitizens.SUPPLIERS) {
      add(connection, world.root, "SUPPLIER", supplier);
    }
    World.execute(connection, "update municipality set units_version = units_version + 1");
  }

  private UUID add(Connection connection, UUID parent, String kind, String name)
      throws SQLException {
    var id = Ids.next();
    World.execute(
        connection,
        "insert into unit (municipality_id, id, parent_id, kind, name) values (%d, '%s', '%s', '%s', '%s')"
            .formatted(world.municipality, id, parent, kind, name));
    return id;
  }
}
