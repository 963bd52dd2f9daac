package dk.genvej.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Invents how many of 65 and more the large municipality had on each 1 January, and how many of
 * them received help: growing by 1.6 % a year, of whom a falling share has help.
 */
final class SampleCounts {

  private static final int FIRST_YEAR = 2021;
  private static final int LAST_YEAR = 2026;

  /** Of 65 and more in the first year; together a municipality of Slagelse's size. */
  private static final Map<String, Integer> INHABITANTS = new LinkedHashMap<>();

  static {
    INHABITANTS.put("Distrikt Kyst", 6_400);
    INHABITANTS.put("Distrikt By", 5_300);
    INHABITANTS.put("Distrikt Land", 4_900);
  }

  private SampleCounts() {}

  static List<String> inhabitants() {
    return lines(SampleCounts::inhabitants);
  }

  static List<String> recipients() {
    return lines(one -> Math.round(inhabitants(one) * (0.148 - 0.003 * (one.year - FIRST_YEAR))));
  }

  private static long inhabitants(Counted one) {
    return Math.round(one.first * Math.pow(1.016, one.year - FIRST_YEAR));
  }

  private static List<String> lines(ToLongFunction<Counted> count) {
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .boxed()
        .flatMap(
            year ->
                INHABITANTS.entrySet().stream()
                    .map(one -> new Counted(one.getKey(), one.getValue(), year)))
        .map(one -> "%s;%d-01-01;65;%d".formatted(one.district, one.year, count.applyAsLong(one)))
        .toList();
  }

  private record Counted(String district, int first, int year) {}
}
