package dk.genvej.citizen;

import dk.genvej.shared.Stamp;
import java.time.LocalDate;
import java.util.UUID;

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

  static Citizen version(
      int municipality,
      UUID id,
      SealedCpr cpr,
      LocalDate birthDate,
      CitizenDetails details,
      @org.jspecify.annotations.Nullable LocalDate diedOn,
      @org.jspecify.annotations.Nullable LocalDate movedAwayOn,
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
