package dk.genvej.imports;

import dk.genvej.imports.SourceText.Encoding;
import dk.genvej.imports.SourceText.SourceLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The lines of a file by column.
 *
 * @param faults lines that could not be read; with {@code usable} false, why the file cannot
 * @param unknownColumns columns of the header that nothing reads
 */
record CsvLines(boolean usable, List<Line> lines, List<Fault> faults, List<String> unknownColumns) {

  /** The values of a line; a column that is not in the header is not in the map. */
  record Line(int number, Map<String, String> values) {}

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setIgnoreEmptyLines(false).get();

  static CsvLines of(SourceText source, FileKind kind) {
    var written = source.lines().stream().filter(line -> !blank(line)).toList();
    if (source.encoding() == Encoding.UTF_16) {
      return unusable(new Fault(1, null, FaultKind.FILE_UTF16));
    }
    if (written.isEmpty()) {
      return unusable(new Fault(1, null, FaultKind.FILE_EMPTY));
    }
    var header = values(written.getFirst()).map(CsvLines::folded).orElse(List.of());
    var wrong = headerFaults(header, kind);
    return wrong.isEmpty()
        ? read(header, written.subList(1, written.size()), kind)
        : unusable(wrong.toArray(Fault[]::new));
  }

  private static CsvLines read(List<String> header, List<SourceLine> written, FileKind kind) {
    var lines = new ArrayList<Line>();
    var faults = new ArrayList<Fault>();
    for (var line : written) {
      var values = values(line);
      if (values.isEmpty()) {
        faults.add(new Fault(line.number(), null, unreadable(line)));
      } else if (values.get().size() != header.size()) {
        faults.add(new Fault(line.number(), null, FaultKind.VALUE_COUNT));
      } else {
        lines.add(new Line(line.number(), byColumn(header, values.get())));
      }
    }
    var known = kind.columns().stream().map(Column::name).toList();
    var unknown = header.stream().filter(name -> !known.contains(name)).toList();
    return new CsvLines(true, List.copyOf(lines), List.copyOf(faults), unknown);
  }

  private static List<Fault> headerFaults(List<String> header, FileKind kind) {
    var faults = new ArrayList<Fault>();
    for (var column : kind.columns()) {
      if (column.needed() && !header.contains(column.name())) {
        faults.add(new Fault(1, column.name(), FaultKind.COLUMN_MISSING));
      }
    }
    var seen = new HashSet<String>();
    for (var name : header) {
      if (!seen.add(name)) {
        faults.add(new Fault(1, name, FaultKind.COLUMN_TWICE));
      }
    }
    return faults;
  }

  private static FaultKind unreadable(SourceLine line) {
    return line.text() == null ? FaultKind.NOT_UTF_8 : FaultKind.QUOTES_BROKEN;
  }

  private static Optional<List<String>> values(SourceLine line) {
    var text = line.text();
    if (text == null) {
      return Optional.empty();
    }
    try (var parser = CSVParser.parse(text, FORMAT)) {
      var records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty(); // Its text would quote the line.
    }
  }

  private static Map<String, String> byColumn(List<String> header, List<String> values) {
    var byColumn = new HashMap<String, String>();
    for (int i = 0; i < header.size(); i++) {
      byColumn.put(header.get(i), cleaned(values.get(i)));
    }
    return Map.copyOf(byColumn);
  }

  private static List<String> folded(List<String> names) {
    return names.stream().map(name -> cleaned(name).toLowerCase(Locale.of("da"))).toList();
  }

  /** The same letters for the same text, whatever system wrote it. */
  private static String cleaned(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFC).replace('\u00a0', ' ').strip();
  }

  private static boolean blank(SourceLine line) {
    return line.text() != null && line.text().isBlank();
  }

  private static CsvLines unusable(Fault... faults) {
    return new CsvLines(false, List.of(), List.of(faults), List.of());
  }
}
