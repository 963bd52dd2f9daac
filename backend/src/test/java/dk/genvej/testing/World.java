package dk.genvej.testing;

import dk.genvej.access.Actors;
import dk.genvej.access.Assignment;
import dk.genvej.access.Identity;
import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import dk.genvej.notification.NoticeTeller;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A municipality of a test's own, with two districts of one care area each and somebody in every
 * role. Anna is a therapist in Nord, Bo in Syd, Carla coordinates Nord, Vera grants.
 */
public final class World {

  private static final AtomicInteger NEXT = new AtomicInteger(101);

  public final int municipality = NEXT.getAndIncrement();
  public final UUID root = Ids.next();
  public final UUID nord = Ids.next();
  public final UUID syd = Ids.next();
  public final UUID nordArea = Ids.next();
  public final UUID sydArea = Ids.next();
  public final UUID nordTeam = Ids.next();
  public final UUID supplierX = Ids.next();

  public final TestUser anna = user("anna", "Anna Terapeut", Role.THERAPIST, nordArea);
  public final TestUser asta = user("asta", "Asta Terapeut", Role.THERAPIST, nordArea);
  public final TestUser asger = user("asger", "Asger Terapeut", Role.THERAPIST, nordArea);
  public final TestUser bo = user("bo", "Bo Terapeut", Role.THERAPIST, sydArea);
  public final TestUser vera = user("vera", "Vera Visitator", Role.VISITATOR, root);
  public final TestUser viggo = user("viggo", "Viggo Visitator", Role.VISITATOR, root);
  public final TestUser carla = user("carla", "Carla Koordinator", Role.COORDINATOR, nord);
  public final TestUser konrad = user("konrad", "Konrad Koordinator", Role.COORDINATOR, syd);
  public final TestUser sofie = user("sofie", "Sofie Sosu", Role.CARE_STAFF, nordTeam);
  public final TestUser nils = user("nils", "Nils Sygeplejerske", Role.NURSE, nordTeam);
  public final TestUser xenia = user("xenia", "Xenia Leverandør", Role.SUPPLIER, supplierX);
  public final TestUser lars = user("lars", "Lars Leder", Role.LEADER, root);
  public final TestUser adam = user("adam", "Adam Administrator", Role.ADMINISTRATOR, root);
  public final TestUser lone = user("lone", "Lone Logkontrol", Role.LOG_CONTROLLER, root);

  /** Everybody, one of each role at least. */
  public final List<TestUser> everybody =
      List.of(
          anna, asta, asger, bo, vera, viggo, carla, konrad, sofie, nils, xenia, lars, adam, lone);

  public World() {
    var installation = TestServer.running().installation();
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        municipality,
        "Testby " + municipality,
        root);
    sql(this::units);
    prepareKeys();
    everybody.forEach(this::arrive);
  }

  /** Sets the municipality's clock to ten o'clock of that day. */
  public World on(String day) {
    TestServer.running().time().set(municipality, LocalDate.parse(day));
    return this;
  }

  public World on(String day, String time) {
    TestServer.running().time().set(municipality, LocalDate.parse(day), time);
    return this;
  }

  /** Runs the task that tells what is due by now. */
  public World told() {
    TestServer.running()
        .context()
        .getBean(NoticeTeller.class)
        .tell(municipality, TestServer.running().time().now(municipality));
    return this;
  }

  /** Every morning at seven until that day's, and then ten o'clock of it. */
  public World untilMorningOf(String day) {
    var last = LocalDate.parse(day);
    for (var next = today().plusDays(1); !next.isAfter(last); next = next.plusDays(1)) {
      on(next.toString(), "07:00").told();
    }
    return on(day);
  }

  /** The day by the municipality's clock. */
  public LocalDate today() {
    return Time.dayOf(TestServer.running().time().now(municipality));
  }

  public TestUser user(String subject, String name, Role role, UUID unit) {
    return new TestUser(municipality, subject, name, List.of(new Assignment(role, unit)));
  }

  /** A substitution, entered by somebody; answers its id. Days as yyyy-mm-dd, both included. */
  public UUID substituted(
      TestUser by, TestUser absent, TestUser substitute, Role role, String from, String until) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("absentUserId", absent.id());
    draft.put("substituteUserId", substitute.id());
    draft.put("role", role.name());
    draft.put("from", from);
    draft.put("until", until);
    return Api.as(by).post("/substitutions", draft).created().id();
  }

  /** SQL as the owner of the schema, inside this municipality. */
  public void sql(SqlWork work) {
    var installation = TestServer.running().installation();
    try (var connection =
        DriverManager.getConnection(
            installation.url(), Installation.OWNER, installation.password())) {
      connection.setAutoCommit(false);
      execute(connection, "select set_config('app.m', '" + municipality + "', true)");
      work.run(connection);
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  public static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One value as the superuser sees it, past every policy. */
  public String value(String sql) {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.replace(":m", Integer.toString(municipality)))) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The versions that are kept of a record, in their order. */
  public String versions(String recordType, UUID id) {
    return value(
        "select string_agg(version::text, ',' order by version) from record_version where"
            + " record_type = '%s' and record_id = '%s'".formatted(recordType, id));
  }

  /** A statement past every policy. */
  public int past(String sql) {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql.replace(":m", Integer.toString(municipality)));
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  public Connection superuser() throws SQLException {
    var installation = TestServer.running().installation();
    return DriverManager.getConnection(
        installation.url(), TestServer.running().superuser(), installation.password());
  }

  private void units(Connection connection) throws SQLException {
    add(connection, nord, root, "DISTRICT", "Nord");
    add(connection, syd, root, "DISTRICT", "Syd");
    add(connection, nordArea, nord, "CARE_AREA", "Nord 1");
    add(connection, sydArea, syd, "CARE_AREA", "Syd 1");
    add(connection, nordTeam, nordArea, "CARE_TEAM", "Hjemmeplejen Nord");
    add(connection, supplierX, root, "SUPPLIER", "Leverandør X");
  }

  private void add(Connection connection, UUID id, UUID parent, String kind, String name)
      throws SQLException {
    execute(
        connection,
        "insert into unit (municipality_id, id, parent_id, kind, name) values (%d, '%s', '%s', '%s', '%s')"
            .formatted(municipality, id, parent, kind, name));
  }

  private void prepareKeys() {
    var vault = TestServer.running().context().getBean(CprVault.class);
    inside(
        connection -> {
          execute(connection, "select set_config('app.m', '" + municipality + "', true)");
          vault.prepare(municipality);
          return municipality;
        });
  }

  /** For the first time, as by any request. */
  private void arrive(TestUser user) {
    var server = TestServer.running();
    var actors = server.context().getBean(Actors.class);
    var identity = new Identity(municipality, user.subject(), user.name(), user.roles());
    var now = server.time().now(municipality);
    actors.committed(inside(_ -> actors.enter(identity, Time.dayOf(now), now)));
  }

  /** In a transaction of the server's own. */
  @SuppressWarnings("unchecked")
  private static <T> T inside(SqlCall<T> call) {
    TransactionOperations<Connection> transactions =
        TestServer.running().context().getBean(TransactionOperations.class);
    return transactions.executeWrite(status -> call.on(status.getConnection()));
  }

  private interface SqlCall<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Something to do on a connection. */
  public interface SqlWork {
    void run(Connection connection) throws SQLException;
  }
}
