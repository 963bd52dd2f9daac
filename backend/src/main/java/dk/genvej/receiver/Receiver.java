package dk.genvej.receiver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running receiver; ends with {@link #close()}. What it accepted stays in its folder. */
public final class Receiver implements AutoCloseable {

  static {
    // Otherwise small answers wait 40 ms for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Ledger ledger;
  private final HttpServer server;
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();

  private Receiver(Ledger ledger, HttpServer server, ReceiverOptions options, Exchanges exchanges) {
    this.ledger = ledger;
    this.server = server;
    server.setExecutor(answering);
    server.createContext("/outcomes/", exchanges::outcomes);
    server.createContext("/reconciliation", exchanges::reconciliation);
    server.createContext("/received", exchanges::received);
    if (options.clientId() != null) {
      server.createContext("/token", exchanges::token);
    }
    server.start();
  }

  /** Takes in what comes, in that weather. */
  public static Receiver start(ReceiverOptions options, Weather weather, InstantSource clock) {
    try {
      var ledger = new Ledger(options.folder());
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
      var tokens = new Tokens(options, clock);
      return new Receiver(
          ledger,
          HttpServer.create(address, 0),
          options,
          new Exchanges(ledger, tokens, weather, options.open()));
    } catch (IOException failed) {
      throw new UncheckedIOException("the receiver could not start", failed);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it holds; for whoever checks it. */
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    server.stop(0);
    answering.shutdownNow();
    try {
      ledger.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("the ledger could not be closed", failed);
    }
  }
}
