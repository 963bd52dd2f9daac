package dk.genvej.imports;

/** Everything that can be wrong with a line, and how it is told to whoever made the file. */
public enum FaultKind {
  // Of the file as a whole; nothing of it is read then.
  FILE_EMPTY("Filen er tom"),
  FILE_UTF16("Filen er gemt som UTF-16; gem den som UTF-8 eller Windows-1252"),
  COLUMN_MISSING("Kolonnen mangler i overskriften (felter adskilles af semikolon)"),
  COLUMN_TWICE("Kolonnen står to gange i overskriften"),

  // Of the line.
  NOT_UTF_8("Linjen kan ikke læses som UTF-8, selv om resten af filen kan"),
  QUOTES_BROKEN("Anførselstegn er ikke sat rigtigt"),
  VALUE_COUNT("Linjen har ikke lige så mange felter som overskriften"),

  // Of one value.
  VALUE_MISSING("Feltet skal udfyldes"),
  TOO_LONG("Teksten er for lang"),
  CHARACTER_NOT_ALLOWED("Feltet indeholder et tegn, der ikke kan bruges"),
  DATE_MALFORMED("Datoen skal skrives åååå-mm-dd eller dd-mm-åååå og findes i kalenderen"),
  DATE_IN_FUTURE("Datoen ligger i fremtiden"),
  NUMBER_MALFORMED("Tallet skal skrives med decimalkomma og uden tusindtalsskille"),
  NUMBER_NEGATIVE("Tallet må ikke være negativt"),
  NUMBER_TOO_LARGE("Tallet er for stort"),
  YES_NO_MALFORMED("Feltet skal være ja eller nej"),
  CODE_UNKNOWN("Koden kendes ikke"),
  CPR_MALFORMED("CPR-nummeret er ikke ti cifre, der begynder med en dato i kalenderen"),
  POSTAL_CODE_MALFORMED("Postnummeret skal være fire cifre"),
  KEY_IS_CPR("Nøglen er et CPR-nummer; brug fagsystemets eget nummer"),

  // Of values that do not fit each other.
  BIRTH_DATE_NOT_OF_CPR("Fødselsdatoen passer ikke til CPR-nummeret"),
  PERIOD_REVERSED("Slutdatoen ligger før startdatoen"),
  PERIOD_WITHOUT_START("Der er en slutdato uden en startdato"),
  BEFORE_BIRTH("Datoen ligger før fødselsdatoen"),
  SERVICE_OR_LEVEL("Udfyld enten ydelse eller niveau, og kun den ene"),
  LEVEL_NEEDS_AELDRELOVEN("Et niveau gives kun efter ældreloven"),
  LAW_NOT_IN_FORCE("Loven gjaldt ikke på startdatoen"),
  HOSPITAL_MISSING("En udskrivning skal have både dato og sygehus"),

  // Of other lines and of what is known here.
  KEY_TWICE("Nøglen står allerede på en tidligere linje"),
  CPR_TWICE("CPR-nummeret står allerede på en tidligere linje"),
  CITIZEN_TWICE(
      "Borgeren står allerede på en tidligere linje; registreringerne er lagt sammen her"),
  CPR_OF_ANOTHER("CPR-nummeret hører til en borger med en anden nøgle"),
  UNIT_UNKNOWN("Enheden findes ikke"),
  UNIT_AMBIGUOUS("Flere enheder har det navn"),
  UNIT_KIND_WRONG("Enheden er af en anden slags"),
  VISITATOR_UNKNOWN("Visitatoren findes ikke"),
  CITIZEN_UNKNOWN("Borgeren kendes ikke; indlæs borgerne først");

  private final String danish;

  FaultKind(String danish) {
    this.danish = danish;
  }

  public String danish() {
    return danish;
  }
}
