package dk.genvej.push;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.notification.PushPreferences;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;

/** A municipality whose people are told things and have devices to be woken on. */
final class PushStage {

  final World world = new World().on("2025-01-15");

  /** A dispatch of the server under test, with another sender. */
  static PushDispatch dispatch(PushSender sender) {
    return dispatch(TestServer.running().context(), sender);
  }

  static PushDispatch dispatch(ApplicationContext context, PushSender sender) {
    return new PushDispatch(
        context.getBean(WorkerTransactions.class),
        context.getBean(PushRepository.class),
        context.getBean(PushPreferences.class),
        context.getBean(PushLedger.class),
        context.getBean(Time.class),
        sender);
  }

  /** A device of somebody's, which can be woken. */
  UUID device(TestUser user, String app) {
    var id = Ids.named("device " + world.municipality + " " + app);
    Api.as(user)
        .post("/devices", Map.of("id", id, "name", "Tavle", "clientVersion", "1.0.0"))
        .is(201);
    token(user, id, app);
    return id;
  }

  void token(TestUser user, UUID device, String app) {
    Api.as(user)
        .post("/devices/" + device + "/push-token", Map.of("token", FcmStandIn.token(app)))
        .ok();
  }

  /** Tells somebody now, by the municipality's clock. */
  UUID tell(TestUser whom, String kind) {
    var id = Ids.next();
    var now = TestServer.running().time().now(world.municipality);
    world.sql(
        connection ->
            World.execute(
                connection,
                ("insert into notification (municipality_id, id, recipient_id, kind, cause_id,"
                        + " due_on, send_at, sent_at) values (%d, '%s', '%s', '%s', '%s',"
                        + " '%s', '%s', '%s')")
                    .formatted(
                        world.municipality,
                        id,
                        whom.id(),
                        kind,
                        Ids.next(),
                        world.today(),
                        now,
                        now)));
    return id;
  }

  /** State, problem and attempts of each push, in the order of devices. */
  String pushes(UUID notification) {
    return world.value(
        "select coalesce(string_agg(concat_ws(' ', state, problem, attempts), ', ' order by"
            + " device_id), '') from push where municipality_id = :m and notification_id = '"
            + notification
            + "'");
  }

  String nextAt(UUID notification) {
    return world.value(
        "select to_char(max(next_at) at time zone 'Europe/Copenhagen', 'MM-DD HH24:MI') from push"
            + " where municipality_id = :m and notification_id = '"
            + notification
            + "'");
  }
}
