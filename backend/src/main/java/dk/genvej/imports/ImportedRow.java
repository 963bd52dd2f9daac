package dk.genvej.imports;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which record a row of a record system became here, written in the transaction of that record.
 *
 * @param absentSince the day of the first snapshot without it; null while the record system knows
 *     it
 */
@MappedEntity("imported_row")
record ImportedRow(
    @Id int municipalityId,
    @Id FileKind fileKind,
    @Id String externalKey,
    UUID recordId,
    byte[] contentHash,
    Instant importedAt,
    @Nullable LocalDate absentSince) {

  ImportedRow absent(LocalDate day) {
    return new ImportedRow(
        municipalityId, fileKind, externalKey, recordId, contentHash, importedAt, day);
  }
}
