package dk.genvej.client;

import java.io.IOException;
import java.util.Map;

/** How a request gets to the server; a test puts a bad network in between. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends one request and brings its answer.
   *
   * @throws IOException when no whole answer came; whether the request arrived is not known
   */
  Reply send(Call call) throws IOException;

  /**
   * A POST.
   *
   * @param path below the server's address, with its beginning slash
   */
  record Call(String path, Map<String, String> headers, byte[] body) {}

  /** What came back. */
  record Reply(int status, Map<String, String> headers, byte[] body) {}
}
