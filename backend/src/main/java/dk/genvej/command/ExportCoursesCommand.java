package dk.genvej.command;

import dk.genvej.exports.CourseExport;
import dk.genvej.exports.FolderReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluations and outcomes to a record system. */
@Command(
    name = "courses",
    mixinStandardHelpOptions = true,
    description = {
      "Tells a record system what came of courses: for each a JSON file and the evaluation as PDF,",
      "as docs/ports.md describes them. Only what is new since the last run; a run that was"
          + " stopped",
      "is finished by the next."
    })
final class ExportCoursesCommand implements Callable<Integer> {

  @Mixin private final ServerSettings settings = new ServerSettings();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--municipality", required = true, description = "Three-digit code.")
  private int municipality;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "where the record system fetches them")
  private Path folder = Path.of("");

  @Option(
      names = "--receiver",
      defaultValue = "record-system",
      paramLabel = "NAME",
      description =
          "whose memory of what it has got (default: ${DEFAULT-VALUE}); lower case letters,"
              + " digits and hyphens")
  private String receiver = "";

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (!receiver.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new ParameterException(line, "--receiver: lower case letters, digits and hyphens");
    }
    try (var context = settings.read().start()) {
      var progress = TerminalProgress.here();
      var done =
          context
              .getBean(CourseExport.class)
              .run(
                  municipality,
                  new FolderReceiver(receiver, folder),
                  (reached, all) -> progress.reached("courses", reached, all));
      line.getOut().println("%d told, %d unchanged".formatted(done.told(), done.unchanged()));
      line.getOut().flush();
      return 0;
    }
  }
}
