package dk.genvej.imports;

import dk.genvej.imports.CsvLines.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one line and collects everything that is wrong with them. Where a needed
 * value is wrong a stand-in is answered, as the line is thrown away in the end.
 */
final class Fields {

  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
  private static final DateTimeFormatter DANISH = strict("dd-MM-uuuu");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(,[0-9]{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Boolean> YES_NO =
      Map.of("ja", true, "nej", false, "j", true, "n", false);

  private final Line line;
  private final List<Fault> faults = new ArrayList<>();

  Fields(Line line) {
    this.line = line;
  }

  int line() {
    return line.number();
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void fault(String column, FaultKind kind) {
    faults.add(new Fault(line.number(), column, kind));
  }

  /** Whether the file has the column at all; one that is left out changes nothing. */
  boolean has(String column) {
    return line.values().containsKey(column);
  }

  String key(FileKind kind) {
    return text(kind.keyColumn(), 100);
  }

  String text(String column, int max) {
    var value = optional(column, max);
    if (value == null) {
      fault(column, FaultKind.VALUE_MISSING);
      return "";
    }
    return value;
  }

  @Nullable String optional(String column, int max) {
    var value = line.values().getOrDefault(column, "");
    if (value.length() > max) {
      fault(column, FaultKind.TOO_LONG);
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')) {
      fault(column, FaultKind.CHARACTER_NOT_ALLOWED);
    }
    return value.isEmpty() ? null : value;
  }

  LocalDate date(String column) {
    var date = optionalDate(column);
    if (date == null && line.values().getOrDefault(column, "").isEmpty()) {
      fault(column, FaultKind.VALUE_MISSING);
    }
    return date == null ? LocalDate.EPOCH : date;
  }

  @Nullable LocalDate optionalDate(String column) {
    var value = line.values().getOrDefault(column, "");
    if (value.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value, value.indexOf('-') == 4 ? ISO : DANISH);
    } catch (DateTimeParseException _) {
      fault(column, FaultKind.DATE_MALFORMED);
      return null;
    }
  }

  BigDecimal number(String column, int most) {
    var value = text(column, 40);
    if (value.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!NUMBER.matcher(value).matches()) {
      fault(column, FaultKind.NUMBER_MALFORMED);
      return BigDecimal.ZERO;
    }
    var number = new BigDecimal(value.replace(',', '.'));
    if (number.signum() < 0) {
      fault(column, FaultKind.NUMBER_NEGATIVE);
    } else if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      fault(column, FaultKind.NUMBER_TOO_LARGE);
    }
    return number;
  }

  /** A whole number; {@code otherwise} when the column is empty. */
  int whole(String column, int otherwise, int least, int most) {
    var value = optional(column, 40);
    if (value == null) {
      return otherwise;
    }
    int number = WHOLE.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < least) {
      fault(column, FaultKind.NUMBER_MALFORMED);
      return otherwise;
    }
    if (number > most) {
      fault(column, FaultKind.NUMBER_TOO_LARGE);
    }
    return number;
  }

  /** A whole number that must be there. */
  int count(String column, int most) {
    if (line.values().getOrDefault(column, "").isEmpty()) {
      fault(column, FaultKind.VALUE_MISSING);
    }
    return whole(column, 0, 0, most);
  }

  /** Empty is no. */
  boolean yes(String column) {
    return Boolean.TRUE.equals(maybe(column));
  }

  /** Empty is unknown. */
  @Nullable Boolean maybe(String column) {
    var value = optional(column, 40);
    if (value == null) {
      return null;
    }
    var answer = YES_NO.get(value.toLowerCase(Locale.ROOT));
    if (answer == null) {
      fault(column, FaultKind.YES_NO_MALFORMED);
    }
    return answer;
  }

  /** A code in any case; {@code standIn} when it is missing or unknown. */
  <T> T code(String column, Map<String, T> codes, T standIn) {
    var value = text(column, 40);
    var code = codes.get(value.toUpperCase(Locale.of("da")));
    if (code == null && !value.isEmpty()) {
      fault(column, FaultKind.CODE_UNKNOWN);
    }
    return code == null ? standIn : code;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
