package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.Severity.HELD;
import static dk.genvej.tracking.gateway.contract.Severity.NOTICE;
import static dk.genvej.tracking.gateway.contract.Severity.REFUSED;

import dk.genvej.shared.Title;

/**
 * Everything that can be wrong with a report. Codes are stable; the sentence is for whoever can
 * mend it, with what it is about in place of {@code {what}}.
 */
public enum FindingCode {

  // The report as a whole.
  CITIZEN_COUNT(
      REFUSED,
      "Indberetningen skal handle om netop én borger.",
      "A report must be about exactly one citizen."),
  REPORT_ID_INVALID(
      REFUSED, "Indberetningens nummer er ikke et UUID.", "The id of the report is no UUID."),
  REPORT_ID_USED(
      REFUSED,
      "Indberetningens nummer er brugt før; det samme nummer tages aldrig to gange.",
      "The id of the report was used before; the same id is never taken twice."),
  REPORT_SPANS_DAYS(
      REFUSED,
      "Indberetningen må højst dække én dag, og {what} er ændret en anden dag.",
      "A report covers one day at most, and {what} was changed on another."),
  LAST_UPDATED_MISSING(
      REFUSED,
      "Det mangler, hvornår {what} sidst er ændret.",
      "It is not told when {what} last changed."),
  PROFILE_WRONG(
      REFUSED,
      "{what} er ikke mærket med den profil, den er skrevet efter.",
      "{what} does not name the profile it is written by."),
  RESOURCE_ID_INVALID(
      REFUSED, "Nummeret på {what} er ikke et UUID.", "The id of {what} is no UUID."),
  RESOURCE_TWICE(
      REFUSED, "{what} står to gange i indberetningen.", "{what} is in the report twice."),
  REFERENCE_OUTSIDE(
      REFUSED,
      "{what} henviser til noget, der ikke er med i indberetningen.",
      "{what} refers to something that is not in the report."),
  SUBJECT_WRONG(
      REFUSED,
      "{what} hører ikke til borgeren i indberetningen.",
      "{what} does not belong to the citizen of the report."),
  LEGACY_CODE(
      REFUSED,
      "{what} har en kode fra før forenklingen af FSIII; nu gælder kun de nye.",
      "{what} has a code from before the simplification of FSIII; only the new ones hold now."),
  TITLE_DIFFERS(
      REFUSED,
      "Betegnelsen \"{what}\" er ikke klassifikationens egen.",
      "The title \"{what}\" is not the classification's own."),

  // The citizen.
  CPR_NOT_REPORTABLE(
      REFUSED,
      "Borgerens CPR-nummer kan ikke indberettes, fordi det er et erstatningsnummer eller ikke en"
          + " rigtig dato. Indberetningen venter på det rigtige nummer.",
      "The citizen's CPR number cannot be reported, as it is a replacement or no real date. The"
          + " report waits for the real number."),
  CITIZEN_DEAD(
      HELD,
      "Borgeren er død. Indberetningen holdes tilbage, til KL har sagt, hvordan en død borgers"
          + " indsatser afsluttes.",
      "The citizen is dead. The report is held until KL has said how the interventions of somebody"
          + " who died are ended."),
  LIFE_NOT_TOLD(
      REFUSED,
      "Det skal oplyses, om borgeren lever.",
      "It must be told whether the citizen is alive."),
  SOR_CODE_MISSING(
      REFUSED,
      "Kommunens SOR-kode mangler. Den sættes af dem, der driver systemet.",
      "The SOR code of the municipality is missing. Those who run the system set it."),

  // Conditions and goals.
  CONDITION_UNKNOWN(
      REFUSED,
      "{what} er ikke en tilstand, der kan indberettes.",
      "{what} is no condition that can be reported."),
  LEVEL_MISSING(
      REFUSED, "Funktionsniveau mangler for {what}.", "Functional level is missing for {what}."),
  LEVEL_UNKNOWN(
      REFUSED,
      "Funktionsniveauet for {what} findes ikke.",
      "The functional level of {what} does not exist."),
  CONDITION_STATUS_WRONG(
      REFUSED,
      "Det skal stå, om borgeren stadig har {what}; er den indberettet ved en fejl, står det"
          + " alene.",
      "It must be told whether the citizen still has {what}; an entry made in error says that"
          + " alone."),
  FOCUS_OF_INACTIVE(
      REFUSED,
      "{what} kan ikke være i fokus, når borgeren ikke har den mere.",
      "{what} cannot be in focus when the citizen no longer has it."),
  RECORDED_DAY_MISSING(
      REFUSED,
      "Det mangler, hvornår {what} blev oprettet.",
      "It is not told when {what} was recorded."),
  GOAL_WITHOUT_CONDITION(
      REFUSED,
      "Et forventet niveau skal gælde netop én tilstand, som er med i indberetningen.",
      "An expected level must be for exactly one condition of the report."),
  GOAL_TWICE(
      REFUSED,
      "{what} har flere forventede niveauer på én gang; kun ét må gælde.",
      "{what} has several expected levels at once; only one may hold."),
  GOAL_LEVEL_UNKNOWN(
      REFUSED,
      "Det forventede niveau for {what} findes ikke.",
      "The expected level of {what} does not exist."),
  GOAL_STATUS_WRONG(
      REFUSED,
      "Det forventede niveau for {what} mangler startdag eller har en ukendt status.",
      "The expected level of {what} lacks its first day or has an unknown status."),

  // Interventions.
  INTERVENTION_UNKNOWN(
      REFUSED,
      "Indsatsen {what} findes ikke i klassifikationen.",
      "The intervention {what} is not in the classification."),
  INTERVENTION_IS_HEADING(
      REFUSED,
      "{what} er en overskrift. Vælg en af indsatserne under den.",
      "{what} is a heading. Choose one of the interventions under it."),
  INTERVENTION_CODES_WRONG(
      REFUSED,
      "{what} skal have netop én kode på niveau 2 og højst én lokal kode på niveau 3.",
      "{what} must have exactly one code of level 2 and at most one local code of level 3."),
  LEVEL3_INCOMPLETE(
      REFUSED,
      "Den lokale kode på niveau 3 for {what} mangler kode eller navn.",
      "The local code of level 3 of {what} lacks its code or its name."),
  INTERVENTION_STATUS_WRONG(
      REFUSED,
      "Indsatsen {what} har en status, som ikke kan indberettes.",
      "The intervention {what} has a status that cannot be reported."),
  INTERVENTION_PERIOD_WRONG(
      REFUSED,
      "Indsatsen {what} mangler sin første dag, eller den slutter, før den begynder.",
      "The intervention {what} lacks its first day, or ends before it begins."),
  DELIVERY_TYPE_UNKNOWN(
      REFUSED,
      "Leveringstypen for {what} findes ikke.",
      "The delivery type of {what} does not exist."),

  // Contacts and results.
  CONTACT_TYPE_UNKNOWN(
      REFUSED,
      "Typen af kontakten {what} findes ikke i den udgave af guiden, der indberettes efter.",
      "The type of the contact {what} is not in the version of the guide that is reported by."),
  CONTACT_MODE_UNKNOWN(
      REFUSED,
      "Det skal stå, om kontakten {what} er i hjemmet, ved telefon eller på skærm.",
      "It must be told whether the contact {what} is at home, by telephone or on a screen."),
  CONTACT_STATUS_WRONG(
      REFUSED,
      "Kontakten {what} har en status, som ikke kan indberettes.",
      "The contact {what} has a status that cannot be reported."),
  CONTACT_WITHOUT_DAY(
      REFUSED,
      "En kontakt mangler sin dag, eller den slutter, før den begynder.",
      "A contact lacks its day, or ends before it begins."),
  FOLLOW_UP_WITHOUT_CONDITION(
      REFUSED,
      "Opfølgningen {what} skal gælde mindst én tilstand.",
      "The follow-up {what} must be about at least one condition."),
  RESULT_UNKNOWN(
      REFUSED,
      "Resultatet af opfølgningen {what} findes ikke.",
      "The result of the follow-up {what} does not exist."),
  RESULT_WITHOUT_CONDITION(
      REFUSED,
      "Resultatet af opfølgningen {what} skal gælde mindst én tilstand og kun tilstande.",
      "The result of the follow-up {what} must be about at least one condition and nothing else."),
  RESULT_INCOMPLETE(
      REFUSED,
      "Resultatet af en opfølgning mangler sin dag eller sin art, eller det er ikke endeligt.",
      "The result of a follow-up lacks its day or its kind, or it is not final."),

  NOT_MADE(
      HELD,
      "Indberetningen kunne ikke dannes. Det prøves igen næste nat, og driften kan se det i"
          + " loggen.",
      "The report could not be made. It is tried again the next night, and operations see it in the"
          + " log."),

  // Told by the gateway, or by what became of an earlier report.
  GATEWAY_REFUSED(
      REFUSED,
      "FK Gateway har afvist indberetningen med svaret \"{what}\".",
      "FK Gateway refused the report with the answer \"{what}\"."),
  GATEWAY_UNEXPLAINED(
      REFUSED,
      "FK Gateway har afvist indberetningen flere gange uden at sige hvorfor.",
      "FK Gateway refused the report several times without saying why."),
  EARLIER_REFUSED(
      HELD,
      "En tidligere indberetning om borgeren er afvist. Denne venter, til den er rettet.",
      "An earlier report about the citizen was refused. This one waits until that is mended."),
  EARLIER_SKIPPED(
      HELD,
      "En tidligere indberetning om borgeren er sprunget over. Denne dannes igen, så den også"
          + " fortæller, hvad den skulle have fortalt.",
      "An earlier report about the citizen was skipped. This one is made anew, so that it tells"
          + " what that was to tell too."),

  // What is sent and tells less than it could.
  COURSE_WITHOUT_GRANT(
      NOTICE,
      "Forløbet har ingen bevilling. Uden den ses det ikke i de nationale tal.",
      "The course has no grant. Without one it does not show in the national figures."),
  LEVEL3_MISSING(
      NOTICE,
      "{what} er bevilget efter ældreloven uden lokal kode på niveau 3. Så kan forløbet ikke"
          + " skelnes fra almindelig hjælp i de nationale tal.",
      "{what} is granted under the Elderly Care Act without a local code of level 3. So the"
          + " national figures cannot tell the course from ordinary help."),
  EXPECTED_LEVEL_MISSING(
      NOTICE,
      "Forventet niveau mangler for {what}. Så indberettes der intet mål for den.",
      "The expected level of {what} is missing. So no goal is reported for it."),
  REMAINING_HELP_WITHOUT_CODE(
      NOTICE,
      "Hjælpen {what} efter forløbet indberettes ikke, fordi kommunen ikke har valgt en kode for"
          + " den.",
      "The help {what} after the course is not reported, as the municipality has chosen no code for"
          + " it.");

  private final Severity severity;
  private final Title sentence;

  FindingCode(Severity severity, String da, String en) {
    this.severity = severity;
    this.sentence = new Title(da, en);
  }

  public Severity severity() {
    return severity;
  }

  Title sentence() {
    return sentence;
  }
}
