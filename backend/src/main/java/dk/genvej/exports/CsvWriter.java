package dk.genvej.exports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV by RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, which it shows as text: a unit's name is written by people.
 */
final class CsvWriter implements RowWriter {

  /** OWASP, CSV injection. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private final CSVPrinter printer;
  private final boolean danish;

  CsvWriter(Writer out, char delimiter, boolean danish) throws IOException {
    var format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator("\r\n").get();
    this.printer = new CSVPrinter(out, format);
    this.danish = danish;
  }

  @Override
  public void header(List<String> columns) throws IOException {
    printer.printRecord(columns);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    for (var value : values) {
      printer.print(cell(value));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }

  private String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number(number.toPlainString());
      case Boolean yes -> danish ? (yes ? "ja" : "nej") : yes.toString();
      case String text -> harmless(text);
      default -> value.toString();
    };
  }

  private String number(String plain) {
    return danish ? plain.replace('.', ',') : plain;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
