package dk.genvej.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who listens where, as the kernel tells it. */
final class Listeners {
  private static final String LISTENING = "0A";

  private Listeners() {}

  /** Addresses in the kernel's hexadecimal, lowest byte first: 0100007F is 127.0.0.1. */
  static List<String> addressesOf(int port) throws IOException {
    var found = new ArrayList<String>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (var line : Files.readAllLines(Path.of(table))) {
        var fields = line.strip().split("\\s+");
        var address = fields[1].split(":");
        if (fields[3].equals(LISTENING) && Integer.parseInt(address[1], 16) == port) {
          found.add(address[0]);
        }
      }
    }
    return found;
  }

  /** The machine's own addresses that others can reach. */
  static Stream<InetAddress> outwardAddresses() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());
  }
}
