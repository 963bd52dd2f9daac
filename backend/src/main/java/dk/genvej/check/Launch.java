package dk.genvej.check;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a backend's process is begun.
 *
 * @param options of the JVM
 * @param main the class that is run
 * @param arguments its arguments, before the file of its settings
 */
public record Launch(
    List<String> options, List<Path> classPath, String main, List<String> arguments) {

  /** As operators start it. */
  public static Launch serve(String... options) {
    return new Launch(
        List.of(options), here(), "dk.genvej.Application", List.of("serve", "--config"));
  }

  /** What this very process is made of. */
  public static List<Path> here() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  List<String> command(Path settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(main);
    command.addAll(arguments);
    command.add(settings.toString());
    return command;
  }
}
