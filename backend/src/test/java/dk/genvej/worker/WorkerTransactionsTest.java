package dk.genvej.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerTransactionsTest {

  private final WorkerTransactions transactions =
      TestServer.running().context().getBean(WorkerTransactions.class);

  @Test
  void theWorkerSeesOneMunicipalityWholeOnceItHasNamedIt() {
    var world = new World();
    var other = new World();
    CourseFixture.aCourse(world).make();
    CourseFixture.aCourse(other).make();

    assertThat(in(world, "course")).isEqualTo(1);
    assertThat(in(world, "citizen")).isEqualTo(1);
    long overAll = transactions.overAll(() -> count("course"));
    assertThat(overAll).isZero();
    assertThat(transactions.municipalities()).contains(world.municipality, other.municipality);
  }

  @Test
  void aUnitThatIsNewIsInScopeAtOnce() {
    var world = new World();
    in(world, "unit");
    world.sql(
        connection ->
            World.execute(
                connection,
                "update municipality set units_version = units_version + 1 where id = "
                    + world.municipality));

    in(world, "unit");
    assertThat(
            world.value(
                "select count(distinct actor_key) from actor_scope where municipality_id = :m and"
                    + " role = 'WORKER'"))
        .isEqualTo("2");
  }

  @Test
  void theWorkerIsNobodyOnTheStaff() {
    var world = new World();
    var before = world.value("select count(*) from app_user where municipality_id = :m");
    in(world, "course");

    assertThat(world.value("select count(*) from app_user where municipality_id = :m"))
        .isEqualTo(before);
  }

  @Test
  void anUnknownMunicipalityIsNotEntered() {
    assertThatThrownBy(() -> transactions.in(999, _ -> count("course")))
        .hasMessageContaining("query returned no rows");
  }

  @Test
  void whatFailsInOneMunicipalityDoesNotKeepTheOthersFromTheirTurn() {
    var done = new ArrayList<Integer>();

    assertThatThrownBy(
            () ->
                WorkerTransactions.each(
                    List.of(101, 102, 103, 104),
                    code -> {
                      if (code % 2 == 0) {
                        throw new IllegalStateException("no " + code);
                      }
                      done.add(code);
                    }))
        .hasMessage("no 102")
        .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
    assertThat(done).containsExactly(101, 103);
  }

  private long in(World world, String table) {
    return transactions.in(world.municipality, _ -> count(table));
  }

  private static long count(String table) {
    @SuppressWarnings("unchecked")
    TransactionOperations<Connection> database =
        TestServer.running()
            .context()
            .getBean(TransactionOperations.class, Qualifiers.byName("worker"));
    try (var statement = database.getConnection().createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failed) {
      throw new AssertionError(table, failed);
    }
  }
}
