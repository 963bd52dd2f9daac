package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Identifier;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import dk.genvej.tracking.fhir.DataTypes.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the citizen. */
public final class CitizenWriter {

  private CitizenWriter() {}

  /**
   * @param cpr ten digits; null where it is put in when the report is sent
   * @param sorCode the organisation that keeps the record; null while nobody has named it
   * @param dead always told, as it becomes mandatory
   */
  public record Reported(
      String id, @Nullable String cpr, @Nullable String sorCode, boolean active, boolean dead) {}

  public static Patient write(Reported citizen) {
    return new Patient(
        citizen.id(),
        Meta.of(Profile.CITIZEN),
        identifiers(citizen.cpr()),
        citizen.active(),
        citizen.dead(),
        organization(citizen.sorCode()));
  }

  private static @Nullable List<Identifier> identifiers(@Nullable String cpr) {
    return cpr == null ? null : List.of(new Identifier(Codes.OFFICIAL, Codes.CPR, cpr));
  }

  private static @Nullable Reference organization(@Nullable String sorCode) {
    return sorCode == null
        ? null
        : new Reference(null, new Identifier(Codes.OFFICIAL, Codes.SOR, sorCode));
  }
}
