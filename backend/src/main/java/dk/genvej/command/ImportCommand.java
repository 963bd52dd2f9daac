package dk.genvej.command;

import dk.genvej.imports.FileKind;
import dk.genvej.imports.ImportOrder;
import dk.genvej.imports.ImportReport;
import dk.genvej.imports.Imports;
import dk.genvej.imports.Progress;
import dk.genvej.imports.Question;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file of a record system into a running installation's database. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports citizens, grants or contacts from a CSV file of a record system, or counts of",
      "inhabitants (population) and of those who receive help (recipients).",
      "The columns are described in docs/import.md. Exit code: 0 all lines imported,",
      "3 imported but some lines were bad, 1 nothing imported, 2 wrong use."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SOME_BAD = 3;

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--municipality", required = true, description = "Three-digit code.")
  private int municipality;

  @Option(
      names = "--kind",
      required = true,
      converter = Kind.class,
      description = "citizens, grants, contacts, population or recipients.")
  private @Nullable FileKind kind;

  @Parameters(index = "0", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(
      names = "--snapshot",
      description =
          "The file holds everything: what is absent has ended. Only for citizens and grants.")
  private boolean snapshot;

  @Option(names = "--yes", description = "Yes, also when a snapshot ends much.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Judges the file and writes nothing.")
  private boolean dryRun;

  @Option(names = "--as-of", description = "The day the file was made; default today.")
  private @Nullable LocalDate asOf;

  /** As a user writes it. */
  static final class Kind implements picocli.CommandLine.ITypeConverter<FileKind> {
    @Override
    public FileKind convert(String value) {
      return FileKind.valueOf(value.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (snapshot && kind != null && !kind.hasSnapshots()) {
      throw new ParameterException(spec().commandLine(), "these do not end: no --snapshot");
    }
    try (var context = settings.read().start()) {
      var report = run(context.getBean(Imports.class));
      report.danish().forEach(out()::println);
      out().flush();
      return exitCode(report);
    }
  }

  private ImportReport run(Imports imports) throws IOException {
    var bytes = Files.readAllBytes(Objects.requireNonNull(file, "picocli demands it"));
    var theKind = Objects.requireNonNull(kind, "picocli demands it");
    var order = new ImportOrder(municipality, theKind, bytes, snapshot, dryRun, asOf, null);
    var question = yes ? Question.yes() : onTerminal();
    if (!watched()) {
      return imports.run(order, question, Progress.silent());
    }
    try (var bar = bar()) {
      return imports.run(order, question, (done, all) -> bar.maxHint(all).stepTo(done));
    }
  }

  /** Nobody at a terminal is nobody to ask, which is no. */
  private static Question onTerminal() {
    var console = System.console();
    if (console == null || !watched()) {
      return Question.no();
    }
    return danish -> "ja".equalsIgnoreCase(console.readLine("%s [ja/nej] ", danish));
  }

  private static boolean watched() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static ProgressBar bar() {
    return new ProgressBarBuilder().setTaskName("Indlæser").build();
  }

  private static int exitCode(ImportReport report) {
    return switch (report.outcome()) {
      case DONE, TRIED -> report.faults().isEmpty() ? 0 : SOME_BAD;
      case UNREADABLE, DECLINED -> 1;
    };
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli sets it");
  }
}
