package dk.genvej.reference;

import dk.genvej.api.model.Code;
import dk.genvej.api.model.CodeSystem;
import dk.genvej.course.CodeRegistry;
import dk.genvej.course.GrantCode;
import dk.genvej.http.Language;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.CodeEntry;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code lists that are the same for every municipality. */
@Singleton
class CodeLists {

  /** A list without dates of its own holds from before any course. */
  static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  private final CodeRegistry registry;
  private final List<CodeEntry> referralReasons =
      CodeRegistry.read("referral-reasons.json", CodeEntry.class);
  private final List<CodeEntry> pauseReasons =
      CodeRegistry.read("pause-reasons.json", CodeEntry.class);

  CodeLists(CodeRegistry registry) {
    this.registry = registry;
  }

  List<Code> conditions() {
    return registry.conditions().stream()
        .map(
            one ->
                code(CodeSystem.CONDITION, one.uuid().toString(), Language.text(one.title()), null))
        .toList();
  }

  /** Headings are not for choosing. */
  List<Code> grants(LocalDate day, @Nullable LegalBasis basis) {
    return registry.grants().stream()
        .filter(one -> basis == null || one.legalBasis() == basis)
        .filter(one -> one.refuse(one.legalBasis(), day).isEmpty())
        .map(CodeLists::grant)
        .toList();
  }

  List<Code> levels() {
    return registry.levels().stream()
        .map(
            one ->
                code(
                    CodeSystem.FUNCTIONAL_LEVEL,
                    Integer.toString(one.number()),
                    Language.text(one.title()),
                    one.legacy()))
        .toList();
  }

  List<Code> legalBases(LocalDate day) {
    return LegalBasis.on(day).stream()
        .map(
            one ->
                code(CodeSystem.LEGAL_BASIS, one.name(), Language.text(one.title()), null)
                    .validFrom(one.inForceFrom()))
        .toList();
  }

  List<Code> entries(CodeSystem system) {
    var rows =
        switch (system) {
          case REFERRAL_SOURCE -> registry.referralSources();
          case REFERRAL_REASON -> referralReasons;
          case STOP_REASON -> registry.stopReasons();
          case PAUSE_REASON -> pauseReasons;
          case DELIVERY_TYPE -> registry.deliveryTypes();
          case FOLLOW_UP_RESULT -> registry.followUpResults();
          default -> throw new IllegalArgumentException("no list of plain entries: " + system);
        };
    return rows.stream()
        .map(one -> code(system, one.code(), Language.text(one.title()), one.legacy()))
        .toList();
  }

  static Code code(CodeSystem system, String code, String display, @Nullable String legacy) {
    return new Code(system, code, display, ALWAYS).legacyCode(legacy);
  }

  private static Code grant(GrantCode one) {
    var basis = dk.genvej.api.model.LegalBasis.fromValue(one.legalBasis().name());
    return code(CodeSystem.GRANT, one.uuid().toString(), Language.text(one.title()), one.legacy())
        .legalBasis(basis)
        .validFrom(one.validFrom())
        .validUntil(one.validUntil());
  }
}
