package dk.genvej.imports;

import static dk.genvej.imports.FaultKind.*;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forty lines of citizens, each broken in a way of its own. */
final class BrokenLines {

  /**
   * @param column null where the whole line cannot be read
   */
  record Broken(byte[] line, String column, FaultKind kind) {}

  private final Map<String, String> sound = new LinkedHashMap<>();
  private final String takenKey;
  private final String takenCpr;
  private final List<Broken> lines = new ArrayList<>();

  /**
   * @param earlier a good line before all of these
   */
  BrokenLines(String earlier) {
    var values = earlier.split(";", -1);
    takenKey = values[0];
    takenCpr = values[1];
    int i = 0;
    for (var column : FileKind.CITIZENS.columns()) {
      sound.put(column.name(), values[i++]);
    }
    sound.put("cpr", "150642-0007");
    sound.put("fødselsdato", "15-06-1942");
    sound.put("beskyttet_fra", "");
    all();
  }

  List<Broken> lines() {
    return List.copyOf(lines);
  }

  private void all() {
    keys();
    people();
    addresses();
    units();
    flagsAndDays();
    wholeLines();
  }

  private void keys() {
    one(VALUE_MISSING, "borger_id", "");
    one(TOO_LONG, "borger_id", "x".repeat(101));
    one(KEY_IS_CPR, "borger_id", "1506420007");
    one(KEY_TWICE, "borger_id", takenKey);
    one(CHARACTER_NOT_ALLOWED, "borger_id", "B\u00019");
    one(VALUE_MISSING, "cpr", "");
    one(CPR_MALFORMED, "cpr", "310242-0001");
    one(CPR_MALFORMED, "cpr", "12345");
    two(CPR_TWICE, "cpr", takenCpr, "fødselsdato", "");
    two(DATE_IN_FUTURE, "cpr", "020139-5000", "fødselsdato", "");
  }

  private void people() {
    one(VALUE_MISSING, "navn", "");
    one(TOO_LONG, "navn", "å".repeat(201));
    one(CHARACTER_NOT_ALLOWED, "navn", "In\u0000ger");
    one(DATE_MALFORMED, "fødselsdato", "15/06/1942");
    one(DATE_MALFORMED, "fødselsdato", "1942-13-01");
    one(BIRTH_DATE_NOT_OF_CPR, "fødselsdato", "16-06-1942");
  }

  private void addresses() {
    one(TOO_LONG, "vej", "v".repeat(201));
    one(POSTAL_CODE_MALFORMED, "postnr", "420");
    one(POSTAL_CODE_MALFORMED, "postnr", "42OO");
    one(TOO_LONG, "by", "b".repeat(101));
    one(TOO_LONG, "telefon", "1".repeat(31));
    one(DATE_MALFORMED, "beskyttet_fra", "i går");
    two(PERIOD_REVERSED, "beskyttet_til", "2026-01-01", "beskyttet_fra", "2026-02-01");
    one(PERIOD_WITHOUT_START, "beskyttet_til", "2026-01-01");
  }

  private void units() {
    one(VALUE_MISSING, "plejeområde", "");
    one(UNIT_UNKNOWN, "plejeområde", "Atlantis");
    one(UNIT_KIND_WRONG, "plejeområde", "Distrikt Kyst");
    one(VISITATOR_UNKNOWN, "visitator", "ingen");
    one(UNIT_UNKNOWN, "leverandør", "Ukendt ApS");
    one(UNIT_KIND_WRONG, "leverandør", "Havrum");
  }

  private void flagsAndDays() {
    one(TOO_LONG, "tolkesprog", "t".repeat(51));
    one(YES_NO_MALFORMED, "hørenedsættelse", "måske");
    one(YES_NO_MALFORMED, "bor_alene", "2");
    one(DATE_MALFORMED, "død", "31-02-2026");
    one(DATE_IN_FUTURE, "død", "2026-12-24");
    one(BEFORE_BIRTH, "død", "1942-06-14");
    one(BEFORE_BIRTH, "fraflyttet", "1941-01-02");
  }

  private void wholeLines() {
    raw(VALUE_COUNT, (line() + ";").getBytes(StandardCharsets.UTF_8));
    raw(
        QUOTES_BROKEN,
        line().replace("15-06-1942", "\"15-06-1942").getBytes(StandardCharsets.UTF_8));
    raw(NOT_UTF_8, (line() + "Ø").getBytes(Charset.forName("windows-1252")));
  }

  private void one(FaultKind kind, String column, String value) {
    two(kind, column, value, column, value);
  }

  private void two(FaultKind kind, String column, String value, String other, String otherValue) {
    var values = new LinkedHashMap<>(sound);
    values.put("borger_id", "X-" + lines.size());
    values.put(column, value);
    values.put(other, otherValue);
    lines.add(new Broken(joined(values).getBytes(StandardCharsets.UTF_8), column, kind));
  }

  private void raw(FaultKind kind, byte[] line) {
    lines.add(new Broken(line, null, kind));
  }

  private String line() {
    sound.put("borger_id", "X-" + lines.size());
    return joined(sound);
  }

  private static String joined(Map<String, String> values) {
    return String.join(";", values.values());
  }

  /** The good lines with a broken one after every sixtieth; answers where each came to stand. */
  static Map<Integer, Broken> mix(String good, List<Broken> broken, ByteArrayOutputStream into) {
    var at = new LinkedHashMap<Integer, Broken>();
    int number = 0;
    int next = 0;
    for (var line : good.lines().toList()) {
      write(line.getBytes(StandardCharsets.UTF_8), into);
      number++;
      if (number > 1 && number % 60 == 0 && next < broken.size()) {
        write(broken.get(next).line(), into);
        at.put(++number, broken.get(next++));
      }
    }
    return at;
  }

  private static void write(byte[] line, ByteArrayOutputStream into) {
    var ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    into.writeBytes(ended);
  }
}
