package dk.genvej.goal;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filled-in instrument as it is kept. Scores are only ever added: wrong ones are annulled and
 * made again, so the stamp stays that of who scored.
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("score")
public record Scores(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    String instrument,
    String instrumentVersion,
    ScorePhase phase,
    Scorer scorer,
    LocalDate scoredOn,
    @TypeDef(type = DataType.JSON) List<ScoredItem> items,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  public Filling filling() {
    return new Filling(instrument, instrumentVersion, phase, scorer, scoredOn, items);
  }
}
