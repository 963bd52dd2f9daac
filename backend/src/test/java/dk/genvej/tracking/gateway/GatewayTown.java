package dk.genvej.tracking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A municipality that reports to a stand-in of its own, night after night. */
final class GatewayTown implements AutoCloseable {

  static final String SOR = "123456789012345";
  static final String RH_HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";

  final World world = new World();
  final GatewayClient client;

  GatewayTown(Path folder) {
    client = new GatewayClient(folder, SOR, world.municipality, false);
    world.past("update municipality set sor_code = '" + SOR + "' where id = :m");
  }

  /** From that day on Genvej is the record that reports. */
  GatewayTown reportingFrom(String day) {
    return choosing("gateway.reports", "1", day);
  }

  GatewayTown choosing(String key, String value, String from) {
    Api.as(world.adam)
        .post(
            "/settings",
            Map.of(
                "id",
                Ids.next(),
                "key",
                key,
                "value",
                value,
                "validFrom",
                from,
                "source",
                "Aftale"))
        .created();
    return this;
  }

  /** A course that is granted from its start. */
  Story aCourse(Citizens citizen, String referred, String started) {
    world.on(referred);
    var one = new Story(world, citizen);
    one.referredTo(world.anna, referred).planned().started(started);
    granted(one, started);
    return one;
  }

  /** A day on which the citizen's level was found to be another, and the night after. */
  void changed(Story course, String day, int level) {
    world.on(day);
    course.condition(level, 1);
    made(day);
  }

  static UUID granted(Story course, String from) {
    var id = Ids.next();
    grant(course, id, 0, from, "ACTIVE");
    return id;
  }

  static void grant(Story course, UUID id, int version, String from, String state) {
    Api.as(course.world.vera)
        .ifMatch(version)
        .put(
            "/courses/" + course.courseId + "/grants/" + id,
            Map.of(
                "code", RH_HYGIENE,
                "deliveryTypes", List.of("INDIVIDUAL"),
                "from", from,
                "state", state))
        .ok();
  }

  /** The night after that day: its reports are made and sent. */
  GatewayTown nightAfter(String day) {
    made(day);
    deliver();
    return this;
  }

  /** The night after that day, with the gateway out of reach: its reports are made. */
  int made(String day) {
    world.on(LocalDate.parse(day).plusDays(1).toString(), "00:31");
    return bean(DailyReports.class).make(world.municipality);
  }

  int deliver() {
    return deliver(client.port);
  }

  int deliver(GatewayPort gateway) {
    return bean(Delivery.class).deliver(world.municipality, gateway);
  }

  LagWatch.Lag lag() {
    return bean(LagWatch.class).look(world.municipality);
  }

  /** Day, state and reason of all reports, in their order. */
  String reports() {
    return world.value(
        "select string_agg(concat_ws(' ', day, state, reason), ', ' order by number) from"
            + " gateway_report where municipality_id = :m");
  }

  /** What the gateway took, by kind, of one report after the other. */
  List<String> taken() {
    return client.gateway.received().stream()
        .filter(one -> one.status() == 201)
        .map(one -> one.report())
        .toList();
  }

  String standing(Story course, String pointer) {
    return Api.as(world.anna).get("/courses/%s/gateway", course.courseId).ok().at(pointer);
  }

  /** A statement that is seen by no trigger, for what no operation does yet. */
  void unseen(String sql) {
    try (var connection = world.superuser()) {
      World.execute(connection, "set session_replication_role = replica");
      World.execute(connection, sql);
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  <T> T bean(Class<T> type) {
    return TestServer.running().context().getBean(type);
  }

  /** No number stands in what is kept of reports, sealed or in error. */
  void keepsNoNumberInTheClear(String cpr) {
    assertThat(
            world.value(
                "select count(*) from gateway_resource where content::text like '%" + cpr + "%'"))
        .isEqualTo("0");
  }

  @Override
  public void close() {
    client.close();
  }
}
