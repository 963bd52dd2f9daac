package dk.genvej.command;

import dk.genvej.exports.Dataset;
import dk.genvej.exports.DatasetOrder;
import dk.genvej.exports.DatasetReport;
import dk.genvej.exports.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The dataset of outcomes. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the outcomes of a municipality with data dictionary and manifest, as docs/dataset.md",
      "describes them: every version for its own analysts, or with --research what stands, under",
      "pseudonyms and without what too few share."
    })
final class ExportDatasetCommand implements Callable<Integer> {

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--municipality", required = true, description = "Three-digit code.")
  private int municipality;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "new or empty")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "CSV",
      description =
          "csv (semicolon, decimal comma), rfc4180 (comma, decimal point) or jsonl (default: csv)")
  private Format format = Format.CSV;

  @Option(names = "--bom", description = "Begins each file with a byte order mark.")
  private boolean marked;

  @Option(names = "--from", paramLabel = "DAY", description = "first day of the events")
  private @Nullable LocalDate from;

  @Option(names = "--until", paramLabel = "DAY", description = "last day of the events")
  private @Nullable LocalDate until;

  @Option(names = "--research", description = "Pseudonyms, and nothing that too few share.")
  private boolean research;

  @Option(
      names = "--k",
      defaultValue = "5",
      paramLabel = "N",
      description = "how many citizens must share it (default: ${DEFAULT-VALUE})")
  private int least;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "where the key of the pseudonyms is kept, so that a later export has the same ones;"
              + " left out, it is told once and forgotten")
  private @Nullable Path keyFile;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (research && (from != null || until != null)) {
      throw new ParameterException(line, "--research is of all days");
    }
    if (least < 2) {
      throw new ParameterException(line, "--k: at least 2");
    }
    var key = research ? ResearchKey.of(keyFile) : null;
    try (var context = settings.read().start()) {
      var progress = TerminalProgress.here();
      var begun = System.nanoTime();
      var report =
          context
              .getBean(Dataset.class)
              .run(order(key), (reached, all) -> progress.reached("dataset", reached, all));
      tell(line.getOut(), report, key, Duration.ofNanos(System.nanoTime() - begun));
      return 0;
    }
  }

  private DatasetOrder order(@Nullable ResearchKey key) {
    return new DatasetOrder(
        municipality,
        folder,
        format,
        marked,
        Objects.requireNonNullElse(from, DatasetOrder.BEGINNING),
        Objects.requireNonNullElse(until, DatasetOrder.END),
        key == null ? null : new DatasetOrder.Research(key.bytes(), least));
  }

  private static void tell(
      PrintWriter out, DatasetReport report, @Nullable ResearchKey key, Duration took) {
    report.files().forEach(file -> out.println(file.name() + ": " + file.rows() + " rows"));
    if (key != null) {
      out.println(report.leftOut() + " courses left out, as too few share anything with them");
      key.told().ifPresent(out::println);
    }
    var memory = Runtime.getRuntime();
    out.println(
        "%.1f s, %d MB of heap in use at the end, %d MB taken at most"
            .formatted(
                took.toMillis() / 1000.0,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                memory.totalMemory() >> 20));
    out.flush();
  }
}
