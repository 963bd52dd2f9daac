package dk.genvej.receiver;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is to run.
 *
 * @param port on 127.0.0.1; 0 takes any free one
 * @param folder for the ledger; made if absent
 * @param token a fixed token that is believed; null for none
 * @param clientId with {@code clientSecret}: who may fetch tokens at {@code /token}; null for
 *     nobody
 * @param open whether {@code /received} may be looked at without a token, as in the demo
 */
public record ReceiverOptions(
    int port,
    Path folder,
    @Nullable String token,
    @Nullable String clientId,
    @Nullable String clientSecret,
    boolean open) {

  /** With a fixed token alone. */
  public static ReceiverOptions withToken(int port, Path folder, String token) {
    return new ReceiverOptions(port, folder, token, null, null, false);
  }
}
