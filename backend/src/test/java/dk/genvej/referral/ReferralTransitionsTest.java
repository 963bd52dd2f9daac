package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.INDIVIDUAL_REASON_MISSING;
import static dk.genvej.shared.ProblemCode.LEGAL_BASIS_NOT_VALID_ON_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Golden;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Role;
import dk.genvej.shared.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferralTransitionsTest {

  @Test
  void theWholeTableIsAsWritten() {
    Golden.assertMatches("referral/transitions.txt", table());
  }

  @Test
  void allIsTheVisitators() {
    for (var action : ReferralAction.values()) {
      assertThat(action.roles()).containsExactly(Role.VISITATOR);
    }
  }

  @Test
  void theLawIsTheOneInForceOnTheDayOfTheDecision() {
    var lastDayBefore = LocalDate.of(2025, 6, 30);
    var first = LocalDate.of(2025, 7, 1);

    assertThat(LegalBasis.on(LocalDate.of(2014, 12, 31))).isEmpty();
    assertThat(LegalBasis.on(lastDayBefore)).containsExactly(LegalBasis.SEL_83A);
    assertThat(LegalBasis.on(first)).containsExactly(LegalBasis.SEL_83A, LegalBasis.AELDRELOVEN_10);
    assertThat(LegalBasis.AELDRELOVEN_10.refuse(lastDayBefore))
        .map(Refusal::code)
        .contains(LEGAL_BASIS_NOT_VALID_ON_DATE);
    assertThat(LegalBasis.AELDRELOVEN_10.refuse(first)).isEmpty();
  }

  @Test
  void anAssessmentNeedsAReasonThatSaysSomething() {
    for (var nothing : List.of("", "  ", "-", "nej", "for         gammel")) {
      assertThat(IndividualReason.parse(nothing).refusals())
          .extracting(Refusal::code)
          .containsExactly(INDIVIDUAL_REASON_MISSING);
    }
    var reason = IndividualReason.parse(" Kan igen gå til badet med rollator. ").toOptional();
    assertThat(reason).map(IndividualReason::text).contains("Kan igen gå til badet med rollator.");
    assertThat(reason.orElseThrow().toString()).doesNotContain("rollator");
  }

  private static List<String> table() {
    var lines = new ArrayList<String>();
    for (var state : ReferralState.values()) {
      for (var action : ReferralAction.values()) {
        lines.add("%-11s%-17s%s".formatted(state, action, cell(state, action)));
      }
    }
    return lines;
  }

  private static String cell(ReferralState state, ReferralAction action) {
    return switch (ReferralTransitions.next(state, action)) {
      case Ruling.Allowed<ReferralState>(ReferralState next) -> "-> " + next;
      case Ruling.Refused<ReferralState>(List<Refusal> refusals) ->
          refusals.getFirst().code().toString();
    };
  }
}
