package dk.genvej.demo.history;

import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoProgress;
import dk.genvej.imports.Fault;
import dk.genvej.imports.FaultKind;
import dk.genvej.imports.FileKind;
import dk.genvej.imports.ImportOrder;
import dk.genvej.imports.ImportReport;
import dk.genvej.imports.Imports;
import dk.genvej.imports.Question;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;

/** Imports the committed sample files as a record system would have sent them. */
@Singleton
@Requires(env = "demo")
class Samples {

  private final Imports imports;

  Samples(Imports imports) {
    this.imports = imports;
  }

  /**
   * @param day the day the file was made
   */
  void run(DemoMunicipality municipality, FileKind kind, LocalDate day, DemoProgress progress) {
    var name = kind.name().toLowerCase(Locale.ROOT);
    var what = "import of " + name;
    var order =
        new ImportOrder(municipality.code(), kind, file(name), false, false, day, History.at(day));
    var report =
        imports.run(order, Question.no(), (done, all) -> progress.reached(what, done, all));
    if (report.outcome() != ImportReport.Outcome.DONE
        || !report.faults().stream().allMatch(Samples::yetToCome)) {
      throw new IllegalStateException("the sample set is broken: " + report.danish());
    }
  }

  /** A count of a day after the demo's today is imported when the day has come. */
  private static boolean yetToCome(Fault fault) {
    return fault.kind() == FaultKind.DATE_IN_FUTURE && "opgjort".equals(fault.column());
  }

  private static byte[] file(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/sample/" + name + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("the sample set is not on the class path: " + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
