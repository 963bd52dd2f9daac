package dk.genvej.reference;

import dk.genvej.api.model.Code;
import dk.genvej.api.model.CodePage;
import dk.genvej.api.model.CodeSystem;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.http.Pages;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A code list as it can be chosen from on a day, by name. */
@Singleton
class CodeViews {

  private final CodeLists lists;
  private final MunicipalCodes municipal;

  CodeViews(CodeLists lists, MunicipalCodes municipal) {
    this.lists = lists;
    this.municipal = municipal;
  }

  CodePage page(
      Work work,
      CodeSystem system,
      @Nullable LocalDate validOn,
      @Nullable LegalBasis basis,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var day = Objects.requireNonNullElse(validOn, work.today());
    var all = codes(work, system, day, basis).stream().sorted(order(system)).toList();
    var page = Pages.of(all, cursor, limit, Code::getCode);
    return new CodePage(page.items()).next(page.next());
  }

  List<Code> codes(Work work, CodeSystem system, LocalDate day, @Nullable LegalBasis basis) {
    return switch (system) {
      case CONDITION -> lists.conditions();
      case GRANT ->
          lists.grants(
              day, basis == null ? null : dk.genvej.referral.LegalBasis.valueOf(basis.getValue()));
      case FUNCTIONAL_LEVEL -> lists.levels();
      case LEGAL_BASIS -> lists.legalBases(day);
      case REFERRAL_SOURCE,
          REFERRAL_REASON,
          STOP_REASON,
          PAUSE_REASON,
          DELIVERY_TYPE,
          FOLLOW_UP_RESULT ->
          lists.entries(system);
      case HELP_SERVICE -> municipal.helpServices(work, day);
      case COURSE_LEVEL -> municipal.courseLevels(work, day);
      case INTERVENTION_TYPE -> municipal.interventionTypes(work, day);
    };
  }

  /** Å comes last, as Danes read; levels are read by their number. */
  private static Comparator<Code> order(CodeSystem system) {
    var danish = Collator.getInstance(Locale.of("da", "DK"));
    return system == CodeSystem.FUNCTIONAL_LEVEL
        ? Comparator.comparing(Code::getCode)
        : Comparator.comparing(Code::getDisplay, danish::compare).thenComparing(Code::getCode);
  }
}
