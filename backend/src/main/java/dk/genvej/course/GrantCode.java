package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.CODE_NOT_VALID_FOR_LEGAL_BASIS;
import static dk.genvej.shared.ProblemCode.CODE_NOT_VALID_ON_DATE;

import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Title;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code registry/grants.json}: an intervention of KL's FSIII that a course may grant.
 *
 * @param heading the row it stands under; a heading itself is not reportable
 * @param legacy the older key, while people still know it
 * @param validUntil the last day it may be granted, if any
 */
public record GrantCode(
    UUID uuid,
    LegalBasis legalBasis,
    @Nullable UUID heading,
    boolean reportable,
    Title title,
    @Nullable String legacy,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable Title note) {

  /** Whether it may be granted under that law by a decision of that day. */
  public Optional<Refusal> refuse(LegalBasis basis, LocalDate decided) {
    if (basis != legalBasis || !reportable) {
      return Refusal.at("/code", CODE_NOT_VALID_FOR_LEGAL_BASIS)
          .with("legalBasis", basis)
          .when(true);
    }
    return Refusal.at("/code", CODE_NOT_VALID_ON_DATE)
        .with("decided", decided)
        .when(!validOn(decided));
  }

  private boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }
}
