package dk.genvej.work;

import java.util.UUID;

/** A mutation of the ledger: who sent it, what it was, and its first answer. */
public record Landed(UUID userId, byte[] hash, int status, Written written) {

  /** Whether this is the same write of the same user. */
  public boolean same(UUID user, byte[] otherHash) {
    return userId.equals(user) && java.util.Arrays.equals(hash, otherHash);
  }
}
