package dk.genvej.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/**
 * The server with the beans of the bench's class path in their places, by the settings of the file
 * that is named. Without the checks of {@code serve}, which would refuse its database role.
 */
public final class BareServer {

  private BareServer() {}

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("micronaut.config.files", args[0]);
    ApplicationContext.builder("bench")
        .deduceEnvironment(false)
        .start()
        .getBean(EmbeddedServer.class)
        .start();
    Thread.currentThread().join();
  }
}
