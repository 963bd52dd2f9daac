package dk.genvej.command;

import dk.genvej.database.Installation;
import io.micronaut.context.env.Environment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code serve} does not start with, as the database itself tells it: a role that row level
 * security would not hold back, and clocks that only a demo moves.
 */
final class DatabaseCheck {

  /** By membership too: {@code set role} is as good as being it. */
  private static final String ROLE =
      """
      select exists (select from pg_roles r where r.rolsuper and pg_has_role(current_user, r.oid, 'MEMBER')),
             exists (select from pg_roles r where r.rolbypassrls and pg_has_role(current_user, r.oid, 'MEMBER')),
             exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                        and pg_has_role(current_user, c.relowner, 'MEMBER')),
             to_regclass('municipality') is not null
      """;

  /**
   * Row level security shows one municipality at a time, so all possible codes are asked for; in
   * one round trip, as nine hundred would be felt at every start.
   */
  private static final String CLOCKS =
      """
      do $$
      declare
        moved text := '';
      begin
        for code in 101..999 loop
          perform set_config('app.m', code::text, true);
          if exists (select from municipality where id = code and time_shift <> interval '0') then
            moved := moved || ' ' || code;
          end if;
        end loop;
        if moved <> '' then
          raise exception using errcode = 'GV100', message = moved;
        end if;
      end
      $$
      """;

  private static final String CLOCK_MOVED = "GV100";

  private final String dataSource;
  private final String url;
  private final String username;
  private final String password;
  private final String role;

  /**
   * @param dataSource whose settings are judged
   * @param role the role of roles.sql that is meant to stand there
   */
  private DatabaseCheck(Environment settings, String dataSource, String role) {
    this.dataSource = "datasources." + dataSource;
    this.role = role;
    url = settings.getRequiredProperty(this.dataSource + ".url", String.class);
    username = settings.getRequiredProperty(this.dataSource + ".username", String.class);
    password = settings.getProperty(this.dataSource + ".password", String.class).orElse("");
  }

  /** Of the role that answers requests, and of the worker's where this instance has one. */
  static List<String> refusals(Environment settings) {
    var refusals = new DatabaseCheck(settings, "default", Installation.APP).refusals(true);
    var worker = settings.getProperty("genvej.worker.enabled", Boolean.class).orElse(false);
    return refusals.isEmpty() && worker
        ? new DatabaseCheck(settings, "worker", Installation.WORKER).refusals(false)
        : refusals;
  }

  private List<String> refusals(boolean clocksToo) {
    try (var connection = DriverManager.getConnection(url, username, password)) {
      var refusals = new ArrayList<>(role(connection));
      if (refusals.isEmpty() && clocksToo) {
        refusals.addAll(clocks(connection));
      }
      return refusals;
    } catch (SQLException refused) {
      return List.of(
          "Setting "
              + dataSource
              + ".url, or the role and password beside it, is wrong: the"
              + " database does not let "
              + username
              + " in (SQLSTATE "
              + refused.getSQLState()
              + ").");
    }
  }

  private List<String> role(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var found = query.executeQuery(ROLE)) {
      found.next();
      var refusals = new ArrayList<String>();
      refuse(refusals, found.getBoolean(1), "is a superuser");
      refuse(refusals, found.getBoolean(2), "bypasses row level security");
      refuse(refusals, found.getBoolean(3), "owns tables");
      if (refusals.isEmpty() && !found.getBoolean(4)) {
        refusals.add(
            "Setting "
                + dataSource
                + ".url names a database without the schema of Genvej: run"
                + " \"genvej migrate\" first.");
      }
      return refusals;
    }
  }

  private void refuse(List<String> refusals, boolean may, String what) {
    if (may) {
      refusals.add(
          "Setting "
              + dataSource
              + ".username names "
              + username
              + ", which "
              + what
              + ": use the role "
              + role
              + " of infra/database/roles.sql.");
    }
  }

  private static List<String> clocks(Connection connection) throws SQLException {
    try (var ask = connection.createStatement()) {
      ask.execute(CLOCKS);
      return List.of();
    } catch (SQLException told) {
      if (!CLOCK_MOVED.equals(told.getSQLState())) {
        throw told;
      }
      return List.of(
          "Setting datasources.default.url names a demo's database: municipality.time_shift is not"
              + " zero for"
              + codes(told)
              + ", and only a demo moves its clock.");
    }
  }

  private static String codes(SQLException told) {
    return String.valueOf(told.getMessage()).lines().findFirst().orElse("").replace("ERROR:", "");
  }
}
