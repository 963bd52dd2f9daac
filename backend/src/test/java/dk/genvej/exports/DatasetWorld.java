package dk.genvej.exports;

import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Writes datasets of a municipality and reads them as an analyst would. */
record DatasetWorld(World world, Path folder) {

  DatasetReport export(Format format) {
    return run(
        new DatasetOrder(
            world.municipality,
            folder,
            format,
            false,
            DatasetOrder.BEGINNING,
            DatasetOrder.END,
            null));
  }

  DatasetReport research(byte[] key, int least) {
    return run(
        new DatasetOrder(
            world.municipality,
            folder,
            Format.RFC4180,
            false,
            DatasetOrder.BEGINNING,
            DatasetOrder.END,
            new DatasetOrder.Research(key, least)));
  }

  static DatasetReport run(DatasetOrder order) {
    return TestServer.running()
        .context()
        .getBean(Dataset.class)
        .run(order, ExportProgress.silent());
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As RFC 4180 or, with semicolons, as a Danish spreadsheet. */
  List<Map<String, String>> rows(String file, char delimiter) {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (var parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
