package dk.genvej.course;

import static dk.genvej.referral.LegalBasis.AELDRELOVEN_10;
import static dk.genvej.referral.LegalBasis.SEL_83A;
import static dk.genvej.shared.ProblemCode.CODE_NOT_VALID_FOR_LEGAL_BASIS;
import static dk.genvej.shared.ProblemCode.CODE_NOT_VALID_ON_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.citizen.ConditionCode;
import dk.genvej.citizen.FunctionalLevel;
import dk.genvej.referral.ReferralSource;
import dk.genvej.shared.CodeEntry;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Registry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeListsTest {

  private final List<GrantCode> grants = Registry.read("grants.json", GrantCode.class);

  @Test
  void ourOwnListsHoldARowForEveryCodeAndNoOther() {
    assertCodes("delivery-types.json", DeliveryType.values());
    assertCodes("stop-reasons.json", StopReason.values());
    assertCodes("referral-sources.json", ReferralSource.values());
  }

  @Test
  void referralSourcesKeepTheNumbersOfKlsList() {
    assertThat(Registry.read("referral-sources.json", CodeEntry.class))
        .extracting(CodeEntry::legacy)
        .startsWith("A1", "A2")
        .endsWith("A15");
  }

  @Test
  void everyConditionAndLevelIsThereOnce() {
    var conditions = Registry.read("conditions.json", ConditionCode.class);
    var levels = Registry.read("levels.json", FunctionalLevel.class);

    assertThat(conditions).hasSize(14).extracting(ConditionCode::uuid).doesNotHaveDuplicates();
    assertThat(conditions).extracting(one -> one.title().da()).contains("Gå på toilet", "Indkøb");
    assertThat(levels).extracting(FunctionalLevel::number).containsExactly(0, 1, 2, 3, 4, 9);
    assertThat(levels).filteredOn(one -> !one.counts()).hasSize(1);
  }

  @Test
  void grantsStandUnderAHeadingOfTheSameLawAndHeadingsAreNotReportable() {
    var headings = grants.stream().filter(one -> !one.reportable()).toList();

    assertThat(grants).hasSize(19).extracting(GrantCode::uuid).doesNotHaveDuplicates();
    assertThat(headings).hasSize(3).allMatch(one -> one.heading() == null);
    assertThat(grants)
        .filteredOn(GrantCode::reportable)
        .allMatch(
            one ->
                headings.stream()
                    .anyMatch(
                        above ->
                            above.uuid().equals(one.heading())
                                && above.legalBasis() == one.legalBasis()));
  }

  @Test
  void aGrantIsValidForItsLawOnTheDayOfTheDecision() {
    var cleaning = grant("RH Rengøring");
    var help = grant("Praktisk hjælp i hjemmet");
    var day = LocalDate.of(2025, 7, 1);

    assertThat(cleaning.refuse(SEL_83A, day)).isEmpty();
    assertThat(help.refuse(AELDRELOVEN_10, day)).isEmpty();
    assertThat(cleaning.refuse(AELDRELOVEN_10, day))
        .map(Refusal::code)
        .contains(CODE_NOT_VALID_FOR_LEGAL_BASIS);
    assertThat(help.refuse(AELDRELOVEN_10, day.minusDays(1)))
        .map(Refusal::code)
        .contains(CODE_NOT_VALID_ON_DATE);
    assertThat(grant("Ældrelovsindsats").refuse(AELDRELOVEN_10, day))
        .map(Refusal::code)
        .contains(CODE_NOT_VALID_FOR_LEGAL_BASIS);
  }

  private GrantCode grant(String title) {
    return grants.stream().filter(one -> one.title().da().equals(title)).findFirst().orElseThrow();
  }

  private static void assertCodes(String file, Enum<?>[] codes) {
    assertThat(Registry.read(file, CodeEntry.class))
        .extracting(CodeEntry::code)
        .containsExactlyElementsOf(Arrays.stream(codes).map(Enum::name).toList());
  }
}
