package dk.genvej.sync;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tablet holds, as it carries it itself (docs/adr/0004).
 *
 * @param epoch in which it was given; in another it says nothing but whose data the tablet has
 * @param view what the caller's answers depend on beside the citizens: roles, form, settings
 * @param reference the hash of the reference data it has
 */
record Cursor(UUID epoch, long view, long reference, Map<UUID, Held> citizens) {

  /** Of this layout; another layout is as no cursor. */
  private static final byte LAYOUT = 1;

  private static final int HEAD = 1 + 16 + 8 + 8;
  private static final int EACH = 16 + 8 + 8 + 4;

  Cursor {
    citizens = new LinkedHashMap<>(citizens);
  }

  byte[] bytes() {
    var out = ByteBuffer.allocate(HEAD + citizens.size() * EACH).put(LAYOUT);
    put(out, epoch).putLong(view).putLong(reference);
    citizens.forEach(
        (id, held) -> put(out, id).putLong(held.seq()).putLong(held.tag()).putInt(held.day()));
    return out.array();
  }

  /** Of bytes that were signed here, maybe by another version of the program. */
  static Optional<Cursor> of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    try {
      if (in.get() != LAYOUT) {
        return Optional.empty();
      }
      return Optional.of(new Cursor(id(in), in.getLong(), in.getLong(), citizens(in)));
    } catch (BufferUnderflowException cut) {
      return Optional.empty();
    }
  }

  private static Map<UUID, Held> citizens(ByteBuffer in) {
    var found = new LinkedHashMap<UUID, Held>();
    while (in.hasRemaining()) {
      found.put(id(in), new Held(in.getLong(), in.getLong(), in.getInt()));
    }
    return found;
  }

  private static UUID id(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static ByteBuffer put(ByteBuffer out, UUID id) {
    return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
