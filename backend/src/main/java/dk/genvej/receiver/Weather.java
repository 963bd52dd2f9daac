package dk.genvej.receiver;

import java.util.UUID;

/** What happens to a request on its way in and out; a test or a campaign can make it bad. */
@FunctionalInterface
public interface Weather {

  /** Nothing ever goes wrong. */
  Weather CALM = (_, _) -> Fault.NONE;

  /** What happens to this request about a version. */
  Fault over(UUID trackingId, int version);

  /** One thing that can happen. */
  enum Fault {
    NONE,
    /** Refused with that status before it is looked at. */
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    TOO_MANY(429),
    BROKEN(500),
    UNAVAILABLE(503),
    /** The connection is gone before anything is read. */
    RESET,
    /** Accepted, and the answer is lost. */
    REPLY_LOST,
    /** Accepted, and the answer comes too late. */
    SLOW,
    /** It arrives twice, as a network may have it. */
    TWICE;

    private final int status;

    Fault() {
      this(0);
    }

    Fault(int status) {
      this.status = status;
    }

    /** 0 for one that is no status. */
    public int status() {
      return status;
    }
  }
}
