package dk.genvej.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sync ended. Whatever the end, nothing recorded is lost, and the next sync goes on from
 * there.
 *
 * @param code of the problem, when there was one
 * @param retryAfter how long the server asks to be left alone
 */
public record SyncReport(
    End end, int answered, int pages, @Nullable String code, @Nullable Duration retryAfter) {

  /** Why it ended. */
  public enum End {
    /** Everything was sent that could be, and there is nothing more to take. */
    DONE,
    /** No whole answer came. */
    NO_NETWORK,
    /** The server asks to wait. */
    LATER,
    /** The token is no longer good. */
    LOG_IN,
    /** Sent, but the program must be updated before it gets anything. */
    CLIENT_TOO_OLD,
    /** More citizens than a tablet carries. */
    SCOPE_TOO_LARGE,
    /** Shut out, and everything of this person is erased. */
    ERASED,
    /** Another refusal; its code says which. */
    REFUSED
  }
}
