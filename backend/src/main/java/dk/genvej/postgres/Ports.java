package dk.genvej.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Choice of the port. Asked only after a leftover server, which may hold it, has gone. */
final class Ports {
  static final String HOST = "127.0.0.1";

  private Ports() {}

  static int choose(Home home, int wanted) throws IOException {
    if (wanted != 0 && !isFree(wanted)) {
      throw new EmbeddedPostgresException(
          "Port %d on 127.0.0.1 is taken by another program: stop that one or choose another port."
              .formatted(wanted));
    }
    var port = wanted != 0 ? wanted : usualOrFree(home);
    home.rememberPort(port);
    return port;
  }

  private static int usualOrFree(Home home) throws IOException {
    var usual = home.rememberedPort();
    return usual.isPresent() && isFree(usual.get()) ? usual.get() : bind(0);
  }

  private static boolean isFree(int port) throws IOException {
    try {
      bind(port);
      return true;
    } catch (BindException taken) {
      return false;
    }
  }

  /** Address reuse as PostgreSQL has it: connections just closed don't make a port taken. */
  private static int bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return socket.getLocalPort();
    }
  }
}
