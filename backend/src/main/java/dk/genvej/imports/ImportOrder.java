package dk.genvej.imports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One file to import.
 *
 * @param snapshot whether the file holds everything, so that what is absent has ended
 * @param dryRun reads and judges, writes nothing
 * @param asOf the day the file was made; null means the day of {@code now}
 * @param now the instant to write under; null means the municipality's clock
 */
public record ImportOrder(
    int municipality,
    FileKind kind,
    byte[] file,
    boolean snapshot,
    boolean dryRun,
    @Nullable LocalDate asOf,
    @Nullable Instant now) {

  /** The plain case: a file of changes, as of now. */
  public static ImportOrder of(int municipality, FileKind kind, byte[] file) {
    return new ImportOrder(municipality, kind, file, false, false, null, null);
  }

  public ImportOrder asSnapshot() {
    return new ImportOrder(municipality, kind, file, true, dryRun, asOf, now);
  }

  public ImportOrder at(Instant instant) {
    return new ImportOrder(municipality, kind, file, snapshot, dryRun, asOf, instant);
  }

  public ImportOrder tried() {
    return new ImportOrder(municipality, kind, file, snapshot, true, asOf, now);
  }
}
