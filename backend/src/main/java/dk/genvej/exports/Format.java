package dk.genvej.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a dataset is written down; always UTF-8. */
public enum Format {
  /** As Danish spreadsheets and Targit read it: semicolon, decimal comma, ja and nej. */
  CSV("csv"),
  /** As everybody else reads it: comma, decimal point, true and false. */
  RFC4180("csv"),
  /** One JSON object a line, every column in each. */
  JSONL("jsonl");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  /** In the words of the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param marked whether a byte order mark comes first, by which some spreadsheets know UTF-8
   */
  RowWriter writer(OutputStream out, boolean marked) throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    if (marked) {
      text.write(BYTE_ORDER_MARK);
    }
    return switch (this) {
      case CSV -> new CsvWriter(text, ';', true);
      case RFC4180 -> new CsvWriter(text, ',', false);
      case JSONL -> new JsonLinesWriter(text);
    };
  }
}
