package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.LEGAL_BASIS_NOT_VALID_ON_DATE;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Title;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The law a course is granted under, by the day of the decision (R35, O16) and unchanged after it:
 * a citizen who comes under another law gets a new decision.
 *
 * <p>Whoever can get help under ældreloven § 10 cannot get it under SEL § 83 a (LOV 1703/2024 § 1
 * no. 2, SEL § 2(5)). Which of the two covers a citizen is the visitator's judgement, as pension
 * age is not the whole test; so it is told here in words and not decided.
 */
public enum LegalBasis {
  SEL_83A(
      LocalDate.of(2015, 1, 1),
      new Title("Serviceloven § 83 a", "Act on Social Services § 83 a"),
      new Title(
          "Personer med nedsat funktionsevne, når et tidsafgrænset forløb vurderes at kunne"
              + " forbedre den og dermed nedsætte behovet for hjælp efter § 83. Fra 1. juli 2025"
              + " ikke den, der kan få hjælp efter ældreloven.",
          "People with reduced function whom a time-limited course is judged to help, lowering"
              + " their need of help under § 83. From 1 July 2025 not those who can get help under"
              + " the Elderly Care Act.")),
  AELDRELOVEN_10(
      LocalDate.of(2025, 7, 1),
      new Title("Ældreloven § 10", "Elderly Care Act § 10"),
      new Title(
          "Personer i folkepensionsalderen, eller med et behov, der kan sidestilles hermed (§ 2,"
              + " stk. 2), som har nedsat funktionsevne på grund af alder.",
          "People of pension age, or with a need comparable to theirs (§ 2(2)), whose function is"
              + " reduced by ageing."));

  private final LocalDate inForceFrom;
  private final Title title;
  private final Title covers;

  LegalBasis(LocalDate inForceFrom, Title title, Title covers) {
    this.inForceFrom = inForceFrom;
    this.title = title;
    this.covers = covers;
  }

  /** What a decision of that day may rest on. */
  public static List<LegalBasis> on(LocalDate decided) {
    return Arrays.stream(values()).filter(basis -> basis.inForce(decided)).toList();
  }

  public LocalDate inForceFrom() {
    return inForceFrom;
  }

  public Title title() {
    return title;
  }

  public Title covers() {
    return covers;
  }

  public Optional<Refusal> refuse(LocalDate decided) {
    return Refusal.at("/legalBasis", LEGAL_BASIS_NOT_VALID_ON_DATE)
        .with("inForceFrom", inForceFrom)
        .when(!inForce(decided));
  }

  private boolean inForce(LocalDate decided) {
    return !decided.isBefore(inForceFrom);
  }
}
