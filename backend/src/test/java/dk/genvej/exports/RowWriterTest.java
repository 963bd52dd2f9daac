package dk.genvej.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {

  private static final UUID ID = UUID.fromString("0194735c-d1c0-7000-8000-000000000001");
  private static final List<String> COLUMNS =
      List.of("id", "district", "minutes", "visits", "alone", "day", "supplier");

  @Test
  void aDanishSpreadsheetGetsSemicolonsAndDecimalCommas() throws IOException {
    assertThat(written(Format.CSV, false))
        .isEqualTo(
            """
            id;district;minutes;visits;alone;day;supplier\r
            0194735c-d1c0-7000-8000-000000000001;"Nord; \""Æ\""";-82,50;7;ja;2025-04-16;\r
            """);
  }

  @Test
  void everybodyElseGetsCommasAndDecimalPoints() throws IOException {
    assertThat(written(Format.RFC4180, true))
        .isEqualTo(
            """
            \uFEFFid,district,minutes,visits,alone,day,supplier\r
            0194735c-d1c0-7000-8000-000000000001,"Nord; \""Æ\""",-82.50,7,true,2025-04-16,\r
            """);
  }

  @Test
  void jsonLinesHaveEveryColumnInEachLine() throws IOException {
    assertThat(written(Format.JSONL, false))
        .isEqualTo(
            """
            {"id":"0194735c-d1c0-7000-8000-000000000001","district":"Nord; \\"Æ\\"","minutes":-82.50,"visits":7,\
            "alone":true,"day":"2025-04-16","supplier":null}
            """);
  }

  /** OWASP's list; a negative number is a number and stays one. */
  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+45", "-2", "@sum", "\tx", "\rx"})
  void aTextIsNeverAFormula(String text) throws IOException {
    assertThat(line(Format.CSV, text)).contains("'" + text);
    assertThat(line(Format.RFC4180, text)).contains("'" + text);
    assertThat(line(Format.CSV, new BigDecimal("-2"))).isEqualTo("-2\r\n");
  }

  private static String written(Format format, boolean marked) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = format.writer(out, marked)) {
      writer.header(COLUMNS);
      writer.row(
          Arrays.asList(
              ID,
              "Nord; \"Æ\"",
              new BigDecimal("-82.50"),
              7,
              true,
              LocalDate.parse("2025-04-16"),
              null));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(Format format, Object value) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = format.writer(out, false)) {
      writer.row(List.of(value));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
