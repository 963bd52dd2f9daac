package dk.genvej.command;

import dk.genvej.check.ProfileValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reports against KL's published profiles. Those carry no licence and are therefore not here: an
 * installation that wants to know gives the files, and a build with the validator.
 */
@Command(
    name = "gateway",
    description =
        "Judges reports to FK Gateway by KL's published profiles, where their package files are at"
            + " hand. Our own contract checker needs none of it.",
    mixinStandardHelpOptions = true)
final class GatewayCheck implements Callable<Integer> {

  private static final String NOT_CHECKED = "Not checked against the published profiles: ";

  @Option(
      names = "--packages",
      required = true,
      paramLabel = "FOLDER",
      description = "with the package files (.tgz): the guide and all it depends on")
  private Path packages = Path.of("");

  @Option(
      names = "--reports",
      required = true,
      paramLabel = "FOLDER",
      description = "with reports (.json), such as target/gateway-reports of a build")
  private Path reports = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var files = files(packages, ".tgz");
    if (files.isEmpty()) {
      return say(NOT_CHECKED + "there are no package files (.tgz) in " + packages + ".");
    }
    var bundles = files(reports, ".json");
    if (bundles.isEmpty()) {
      return say(NOT_CHECKED + "there are no reports (.json) in " + reports + ".");
    }
    return ServiceLoader.load(ProfileValidator.class)
        .findFirst()
        .map(validator -> judge(validator, files, bundles))
        .orElseGet(
            () ->
                say(
                    NOT_CHECKED
                        + "this build has no validator; build one with \"mvn -Pconformance\"."));
  }

  private int judge(ProfileValidator validator, List<Path> files, List<Path> bundles) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var judge = validator.by(files);
    int wrong = 0;
    for (var bundle : bundles) {
      var faults = judge.faults(read(bundle));
      out.println(bundle.getFileName() + ": " + (faults.isEmpty() ? "in order" : "not in order"));
      faults.forEach(fault -> out.println("  " + fault));
      wrong += faults.isEmpty() ? 0 : 1;
    }
    out.println(bundles.size() - wrong + " of " + bundles.size() + " reports are in order.");
    out.flush();
    return wrong == 0 ? 0 : GenvejCommand.FAILED;
  }

  private int say(String sentence) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(sentence);
    out.flush();
    return GenvejCommand.WRONG_USE;
  }

  private static List<Path> files(Path folder, String end) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
