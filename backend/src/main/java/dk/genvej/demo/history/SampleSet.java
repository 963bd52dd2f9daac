package dk.genvej.demo.history;

import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoProgress;
import dk.genvej.imports.FileKind;
import dk.genvej.imports.ImportOrder;
import dk.genvej.imports.ImportReport;
import dk.genvej.imports.Imports;
import dk.genvej.imports.Question;
import dk.genvej.shared.Time;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/** The files that come along, imported as a municipality's own would be. */
@Singleton
@Requires(env = "demo")
class SampleSet {

  private final Imports imports;

  SampleSet(Imports imports) {
    this.imports = imports;
  }

  /**
   * @param known the day from which what it tells is known here
   */
  void read(DemoMunicipality municipality, FileKind kind, LocalDate known, DemoProgress progress) {
    var name = kind.name().toLowerCase(Locale.ROOT);
    var what = "import of " + name;
    var at = known.atTime(8, 0).atZone(Time.ZONE).toInstant();
    var order = new ImportOrder(municipality.code(), kind, sample(name), false, false, known, at);
    var report =
        imports.run(order, Question.no(), (done, all) -> progress.reached(what, done, all));
    if (report.outcome() != ImportReport.Outcome.DONE || !report.faults().isEmpty()) {
      throw new IllegalStateException("the sample set is broken: " + report.danish());
    }
  }

  private static byte[] sample(String name) {
    try (InputStream in = SampleSet.class.getResourceAsStream("/sample/" + name + ".csv")) {
      return Objects.requireNonNull(in, "the sample set is on the class path").readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
