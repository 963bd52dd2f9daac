package dk.genvej.imports;

import dk.genvej.referral.ReferralKind;
import dk.genvej.referral.ReferralReason;
import dk.genvej.referral.ReferralSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact (henvendelse). */
record ContactRow(
    int line,
    String key,
    String citizenKey,
    UUID citizenId,
    ReferralKind kind,
    ReferralSource source,
    LocalDate receivedOn,
    @Nullable ReferralReason reason,
    @Nullable LocalDate dischargedOn,
    @Nullable String hospital,
    boolean hasRehabPlan)
    implements Row {

  @Override
  public List<@Nullable Object> content() {
    return Arrays.asList(
        citizenId, kind, source, receivedOn, reason, dischargedOn, hospital, hasRehabPlan);
  }
}
