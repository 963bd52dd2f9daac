package dk.genvej.referral;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact (henvendelse), assessed (vurderet) and referred (henvist).
 *
 * @param reason why the citizen asks now, as told at the contact and judged at the assessment
 * @param individualReason why this very citizen is suitable, or not (R26)
 */
@MappedEntity("referral")
public record Referral(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    ReferralState state,
    ReferralKind kind,
    ReferralSource source,
    LocalDate receivedOn,
    @Nullable LocalDate dischargedOn,
    @Nullable String hospital,
    boolean hasRehabPlan,
    @Nullable LocalDate assessedOn,
    @Nullable UUID assessedBy,
    @Nullable ReferralReason reason,
    @Nullable String individualReason,
    @Nullable LegalBasis legalBasis,
    @Nullable String lapseReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** As it is first received; it waits for its assessment. */
  public static Referral received(int municipality, UUID id, Contact contact, Stamp stamp) {
    return new Referral(
        municipality,
        id,
        contact.citizenId(),
        ReferralState.OPEN,
        contact.kind(),
        contact.source(),
        contact.receivedOn(),
        contact.dischargedOn(),
        contact.hospital(),
        contact.hasRehabPlan(),
        null,
        null,
        contact.reason(),
        null,
        null,
        null,
        1,
        stamp);
  }

  /**
   * As the record system tells of it anew. Where the contact has come to stays, and once it is
   * assessed so does the visitator's reason.
   */
  public Referral toldAnew(Contact contact, Stamp newStamp) {
    return new Referral(
        municipalityId,
        id,
        contact.citizenId(),
        state,
        contact.kind(),
        contact.source(),
        contact.receivedOn(),
        contact.dischargedOn(),
        contact.hospital(),
        contact.hasRehabPlan(),
        assessedOn,
        assessedBy,
        state == ReferralState.OPEN ? contact.reason() : reason,
        individualReason,
        legalBasis,
        lapseReason,
        version + 1,
        newStamp);
  }

  /**
   * Days from the contact to its assessment, or so far (R53): received on the 9th and assessed on
   * the 13th is 4.
   */
  static int waitingDays(LocalDate received, @Nullable LocalDate assessed, LocalDate today) {
    var until = assessed == null ? today : assessed;
    return (int) Math.max(0, ChronoUnit.DAYS.between(received, until));
  }

  Referral assessed(
      ReferralState newState,
      LocalDate day,
      UUID by,
      ReferralReason newReason,
      IndividualReason individual,
      LegalBasis basis,
      Stamp newStamp) {
    return new Referral(
        municipalityId,
        id,
        citizenId,
        newState,
        kind,
        source,
        receivedOn,
        dischargedOn,
        hospital,
        hasRehabPlan,
        day,
        by,
        newReason,
        individual.text(),
        basis,
        lapseReason,
        version + 1,
        newStamp);
  }

  Referral lapsed(String newLapseReason, Stamp newStamp) {
    return next(ReferralState.LAPSED, newLapseReason, newStamp);
  }

  /** The next version in that state, which may be the same: its help is part of a contact. */
  Referral in(ReferralState newState, Stamp newStamp) {
    return next(newState, lapseReason, newStamp);
  }

  private Referral next(ReferralState newState, @Nullable String newLapse, Stamp newStamp) {
    return new Referral(
        municipalityId,
        id,
        citizenId,
        newState,
        kind,
        source,
        receivedOn,
        dischargedOn,
        hospital,
        hasRehabPlan,
        assessedOn,
        assessedBy,
        reason,
        individualReason,
        legalBasis,
        newLapse,
        version + 1,
        newStamp);
  }

  /** A reason may tell of illness, so it never reaches a log by way of a record. */
  @Override
  public String toString() {
    return "Referral[" + id + " " + state + "]";
  }
}
