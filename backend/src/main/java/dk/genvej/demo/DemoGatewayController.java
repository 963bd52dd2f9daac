package dk.genvej.demo;

import dk.genvej.demo.gateway.Received;
import dk.genvej.demo.gateway.StandInGateway;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What FK Gateway's stand-in got since the demo started, to be looked at. */
@Controller("/demo/gateway")
@Requires(env = "demo")
@Requires(beans = StandInGateway.class)
final class DemoGatewayController {

  private final StandInGateway gateway;

  DemoGatewayController(StandInGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * @param report the bundle as it came, as text
   */
  @Serdeable
  record Shown(String at, String id, int status, String report) {}

  @Get
  List<Shown> received() {
    return gateway.received().stream().map(DemoGatewayController::shown).toList();
  }

  private static Shown shown(Received one) {
    return new Shown(one.at().toString(), one.id(), one.status(), one.report());
  }
}
