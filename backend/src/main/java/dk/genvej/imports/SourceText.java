package dk.genvej.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as text. A value never holds a line break, so a line is the unit in which a file can be
 * wrong, and one broken quote or byte costs one line and no more.
 *
 * @param encoding as it was found
 */
record SourceText(List<SourceLine> lines, Encoding encoding, boolean byteOrderMark) {

  /**
   * @param text null when the line is not text in the file's encoding
   */
  record SourceLine(int number, @Nullable String text) {}

  /** What Danish record systems write. */
  enum Encoding {
    UTF_8("UTF-8"),
    WINDOWS_1252("Windows-1252"),
    UTF_16("UTF-16");

    private final String label;

    Encoding(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static SourceText of(byte[] file) {
    if (startsWith(file, (byte) 0xFF, (byte) 0xFE) || startsWith(file, (byte) 0xFE, (byte) 0xFF)) {
      return new SourceText(List.of(), Encoding.UTF_16, true);
    }
    var marked = startsWith(file, UTF_8_MARK);
    var raw = split(marked ? Arrays.copyOfRange(file, UTF_8_MARK.length, file.length) : file);
    var encoding = marked || utf8(raw) ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    var lines = new ArrayList<SourceLine>();
    for (int i = 0; i < raw.size(); i++) {
      lines.add(new SourceLine(i + 1, text(raw.get(i), encoding)));
    }
    return new SourceText(List.copyOf(lines), encoding, marked);
  }

  /**
   * A line of Windows-1252 with a Danish letter in it is as good as never UTF-8 by chance, so the
   * majority of such lines decides, and a broken one among many sound ones stays a broken line.
   */
  private static boolean utf8(List<byte[]> lines) {
    var beyondAscii = lines.stream().filter(SourceText::beyondAscii).toList();
    var sound = beyondAscii.stream().filter(line -> decoded(line).isPresent()).count();
    return sound * 2 >= beyondAscii.size();
  }

  private static boolean beyondAscii(byte[] line) {
    for (var each : line) {
      if (each < 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String text(byte[] line, Encoding encoding) {
    return encoding == Encoding.WINDOWS_1252
        ? new String(line, WINDOWS)
        : decoded(line).map(CharBuffer::toString).orElse(null);
  }

  private static Optional<CharBuffer> decoded(byte[] line) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static List<byte[]> split(byte[] bytes) {
    var lines = new ArrayList<byte[]>();
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        int to = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        lines.add(Arrays.copyOfRange(bytes, from, to));
        from = i + 1;
      }
    }
    return lines;
  }

  private static boolean startsWith(byte[] file, byte... mark) {
    return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
  }
}
