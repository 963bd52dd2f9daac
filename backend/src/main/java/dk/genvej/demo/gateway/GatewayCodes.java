package dk.genvej.demo.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stand-in's own list of codes. */
final class GatewayCodes {

  private static final String FILE = "/demo/gateway-codes.txt";

  /** Titles by code by kind. */
  private final ConcurrentHashMap<String, ConcurrentHashMap<String, String>> byKind;

  GatewayCodes() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GatewayCodes.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      byKind =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", 3))
              .collect(
                  Collectors.groupingBy(
                      parts -> parts[0],
                      ConcurrentHashMap::new,
                      Collectors.toMap(
                          parts -> parts[1],
                          parts -> parts.length == 3 ? parts[2] : "",
                          (one, _) -> one,
                          ConcurrentHashMap::new)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  boolean has(String kind, String code) {
    return titles(kind).containsKey(code);
  }

  /** A key from before the simplification, of whichever kind. */
  boolean isLegacy(String code) {
    return Stream.of("intervention", "level", "result")
        .anyMatch(kind -> has("legacy " + kind, code));
  }

  /** As FSIII has it now; the stand-in has no titles of levels and results. */
  String title(String kind, String code) {
    return titles(kind).getOrDefault(code, "");
  }

  /** A municipality's choice of ordinary help, of which the guide's list here has little. */
  void add(String kind, String code, String title) {
    byKind.computeIfAbsent(kind, _ -> new ConcurrentHashMap<>()).put(code, title);
  }

  private Map<String, String> titles(String kind) {
    return Objects.requireNonNullElse(byKind.get(kind), Map.of());
  }
}
