package dk.genvej.citizen;

import dk.genvej.shared.Stamp;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the first and the next version of a citizen. */
final class Citizens {

  private Citizens() {}

  static Citizen of(
      int municipality,
      UUID id,
      SealedCpr cpr,
      LocalDate birthDate,
      CitizenDetails details,
      Stamp stamp) {
    return version(municipality, id, cpr, birthDate, details, null, null, 1, stamp);
  }

  static Citizen with(Citizen current, CitizenDetails details, Stamp stamp) {
    return version(
        current.municipalityId(),
        current.id(),
        new SealedCpr(current.cprSealed(), current.cprIndex(), current.cprKey()),
        current.birthDate(),
        details,
        current.diedOn(),
        current.movedAwayOn(),
        current.version() + 1,
        stamp);
  }

  static Citizen with(Citizen current, Flags flags, Stamp stamp) {
    return with(
        current,
        new CitizenDetails(
            current.name(),
            current.street(),
            current.postalCode(),
            current.city(),
            current.phone(),
            current.protectedFrom(),
            current.protectedUntil(),
            current.careAreaId(),
            current.responsibleVisitatorId(),
            flags),
        stamp);
  }

  static Citizen with(Citizen current, SealedCpr cpr, LocalDate birthDate, Stamp stamp) {
    return version(
        current.municipalityId(),
        current.id(),
        cpr,
        birthDate,
        current.details(),
        current.diedOn(),
        current.movedAwayOn(),
        current.version() + 1,
        stamp);
  }

  /**
   * What the staying record says stands; what it does not say is taken from the one that goes. A
   * protected address stays so, a flag that warns is not lost, and the dead do not live on.
   */
  static Citizen merged(Citizen staying, Citizen gone, Stamp stamp) {
    var protection = protection(staying, gone);
    var details =
        new CitizenDetails(
            staying.name(),
            staying.street() == null ? gone.street() : staying.street(),
            staying.street() == null ? gone.postalCode() : staying.postalCode(),
            staying.street() == null ? gone.city() : staying.city(),
            either(staying.phone(), gone.phone()),
            protection == null ? null : protection.from(),
            protection == null ? null : protection.until(),
            staying.careAreaId(),
            either(staying.responsibleVisitatorId(), gone.responsibleVisitatorId()),
            staying.flags().or(gone.flags()));
    return version(
        staying.municipalityId(),
        staying.id(),
        new SealedCpr(staying.cprSealed(), staying.cprIndex(), staying.cprKey()),
        staying.birthDate(),
        details,
        either(staying.diedOn(), gone.diedOn()),
        staying.movedAwayOn(),
        Math.max(staying.version(), gone.version() + 1) + 1,
        stamp);
  }

  private static @Nullable Protection protection(Citizen one, Citizen other) {
    return Stream.of(one, other)
        .filter(citizen -> citizen.protectedFrom() != null)
        .map(citizen -> new Protection(citizen.protectedFrom(), citizen.protectedUntil()))
        .reduce(Protection::both)
        .orElse(null);
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T otherwise) {
    return first == null ? otherwise : first;
  }

  static Citizen version(
      int municipality,
      UUID id,
      SealedCpr cpr,
      LocalDate birthDate,
      CitizenDetails details,
      @Nullable LocalDate diedOn,
      @Nullable LocalDate movedAwayOn,
      int version,
      Stamp stamp) {
    return new Citizen(
        municipality,
        id,
        cpr.sealed(),
        cpr.index(),
        cpr.key(),
        details.name(),
        NameKey.of(details.name()),
        birthDate,
        details.street(),
        details.postalCode(),
        details.city(),
        details.phone(),
        details.protectedFrom(),
        details.protectedUntil(),
        details.careAreaId(),
        details.responsibleVisitatorId(),
        details.flags(),
        diedOn,
        movedAwayOn,
        version,
        stamp);
  }
}
