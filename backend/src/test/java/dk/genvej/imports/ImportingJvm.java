package dk.genvej.imports;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A JVM of its own that imports a file and tells after every commit, to be killed. */
final class ImportingJvm {

  private ImportingJvm() {}

  static Process launch(String url, String password, int municipality, Path file)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ImportingJvm.class.getName(),
            url,
            password,
            Integer.toString(municipality),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String... arguments) throws IOException {
    var properties =
        Map.<String, Object>of(
            "datasources.default.url",
            arguments[0],
            "datasources.default.username",
            "genvej_app",
            "datasources.default.password",
            arguments[1],
            "genvej.cpr.master-key-file",
            Path.of("target", "test-master-key.json").toString());
    var order =
        ImportOrder.of(
                Integer.parseInt(arguments[2]),
                FileKind.CITIZENS,
                Files.readAllBytes(Path.of(arguments[3])))
            .at(ImportWorld.NOW);
    try (var context = ApplicationContext.builder("import").properties(properties).start()) {
      context
          .getBean(Imports.class)
          .run(order, Question.no(), (done, _) -> System.out.println("COMMITTED " + done));
    }
  }
}
