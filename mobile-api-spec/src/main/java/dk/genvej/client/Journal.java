package dk.genvej.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file that only grows: entries of four bytes length, four bytes CRC32C, content. An entry is
 * there once {@link #append} has returned, and either whole or not at all: what a power cut left of
 * the last one is cut off when the file is opened.
 */
final class Journal implements AutoCloseable {

  private static final int HEADER = 8;

  /** An answer of the server is below 64 MB; a greater length is not one we wrote. */
  private static final int LONGEST = 64 << 20;

  private final Path file;
  private FileChannel channel;
  private final List<byte[]> found;

  private Journal(Path file, FileChannel channel, List<byte[]> found) {
    this.file = file;
    this.channel = channel;
    this.found = found;
  }

  /**
   * Opens the file, making it when it is not there, and reads what it holds.
   *
   * @throws DamagedJournalException when an entry that is not the last is broken: that was no
   *     interrupted write, and cutting there would throw away what was called saved
   */
  static Journal open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(beside(file));
    var made = Files.notExists(file);
    var channel = locked(file);
    try {
      var found = new ArrayList<byte[]>();
      long end = read(file, channel, found);
      // Lasts with the next append; until then the same cut is made at each opening.
      channel.truncate(end);
      channel.position(end);
      if (made) {
        syncFolder(file);
      }
      return new Journal(file, channel, found);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** What stood in it when it was opened, oldest first; handed out once. */
  List<byte[]> found() {
    var once = List.copyOf(found);
    found.clear();
    return once;
  }

  /** Returns when the entry is on the disk. */
  void append(byte[] content) throws IOException {
    long before = channel.position();
    try {
      write(channel, content);
      channel.force(false);
    } catch (IOException failed) {
      // A full disk: what was half written must not stand before the next entry.
      channel.truncate(before);
      channel.position(before);
      throw failed;
    }
  }

  long size() throws IOException {
    return channel.position();
  }

  /** Puts one entry in the place of all: the old file stands until the new one is whole. */
  void replace(byte[] content) throws IOException {
    var fresh = beside(file);
    try (var out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      write(out, content);
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(file);
    var old = channel;
    channel = locked(file);
    channel.position(channel.size());
    old.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static FileChannel locked(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException(file + " is in use by another program");
      }
      return channel;
    } catch (OverlappingFileLockException inUse) {
      channel.close();
      throw new IOException(file + " is in use already", inUse);
    }
  }

  private static void write(FileChannel out, byte[] content) throws IOException {
    var entry = ByteBuffer.allocate(HEADER + content.length);
    entry.putInt(content.length).putInt(crc(content, 0, content.length)).put(content).flip();
    while (entry.hasRemaining()) {
      out.write(entry);
    }
  }

  /** Answers where the last whole entry ends. */
  private static long read(Path file, FileChannel channel, List<byte[]> into) throws IOException {
    var all = ByteBuffer.wrap(Files.readAllBytes(file));
    while (all.remaining() >= HEADER) {
      int at = all.position();
      int length = all.getInt();
      int crc = all.getInt();
      if (length <= 0 || length > LONGEST || length > all.remaining()) {
        return at;
      }
      var content = new byte[length];
      all.get(content);
      if (crc != crc(content, 0, length)) {
        if (all.hasRemaining()) {
          throw new DamagedJournalException(file, at);
        }
        return at;
      }
      into.add(content);
    }
    return channel.size() - all.remaining();
  }

  private static int crc(byte[] content, int from, int length) {
    var crc = new CRC32C();
    crc.update(content, from, length);
    return (int) crc.getValue();
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** A new name lasts only once its folder is on the disk. */
  static void syncFolder(Path file) throws IOException {
    try (var folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
