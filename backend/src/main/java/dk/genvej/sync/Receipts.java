package dk.genvej.sync;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tablet gets for its queue and shows the next time: the last write of its own that landed,
 * signed. A server that does not know that write is not the one that signed it.
 */
@Singleton
class Receipts {

  private static final int LENGTH = 16 + 16;

  private final Signatures signatures;

  Receipts(Signatures signatures) {
    this.signatures = signatures;
  }

  /**
   * @param epoch in which it landed: of an earlier one it is known that writes were lost
   */
  record Receipt(UUID epoch, UUID mutationId) {}

  String give(Work work, Receipt receipt) {
    return signatures.sign(work, bound(work), bytes(receipt));
  }

  /** Empty for one that was not given here, or to somebody else. */
  Optional<Receipt> read(Work work, String text) {
    return signatures
        .open(work, bound(work), text)
        .filter(b -> b.length == LENGTH)
        .map(Receipts::of);
  }

  private static String bound(Work work) {
    return "receipt " + work.actor().userId();
  }

  private static byte[] bytes(Receipt receipt) {
    return ByteBuffer.allocate(LENGTH)
        .putLong(receipt.epoch.getMostSignificantBits())
        .putLong(receipt.epoch.getLeastSignificantBits())
        .putLong(receipt.mutationId.getMostSignificantBits())
        .putLong(receipt.mutationId.getLeastSignificantBits())
        .array();
  }

  private static Receipt of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    return new Receipt(new UUID(in.getLong(), in.getLong()), new UUID(in.getLong(), in.getLong()));
  }
}
