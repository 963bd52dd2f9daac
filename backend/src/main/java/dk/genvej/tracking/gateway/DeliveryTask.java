package dk.genvej.tracking.gateway;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sends the reports that wait, where there is a gateway to send them to. */
@Singleton
@Requires(beans = GatewayPort.class)
final class DeliveryTask extends EachMunicipality {

  private final Delivery delivery;
  private final GatewayPort gateway;

  DeliveryTask(WorkerTransactions transactions, Delivery delivery, GatewayPort gateway) {
    super(transactions);
    this.delivery = delivery;
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "gateway-delivery";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(30);
  }

  @Override
  void run(int municipality) {
    delivery.deliver(municipality, gateway);
  }
}
