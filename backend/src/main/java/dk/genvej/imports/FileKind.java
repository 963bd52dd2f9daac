package dk.genvej.imports;

import static dk.genvej.imports.Column.needed;
import static dk.genvej.imports.Column.optional;

import java.util.List;

/**
 * Which export a file is. Kind and the record system's own key, the first column, are the identity
 * of a row; neither a name nor a CPR number is, as both can change (R85). A count of people (R76)
 * is identified by what was counted: district, day and age.
 */
public enum FileKind {
  CITIZENS(
      "borgere",
      needed("borger_id"),
      needed("cpr"),
      needed("navn"),
      optional("fødselsdato"),
      optional("vej"),
      optional("postnr"),
      optional("by"),
      optional("telefon"),
      optional("beskyttet_fra"),
      optional("beskyttet_til"),
      needed("plejeområde"),
      optional("visitator"),
      optional("leverandør"),
      optional("tolkesprog"),
      optional("hørenedsættelse"),
      optional("synsnedsættelse"),
      optional("fritaget_digital_post"),
      optional("bor_alene"),
      optional("nedsat_habilitet"),
      optional("død"),
      optional("fraflyttet")),
  GRANTS(
      "bevillinger",
      needed("bevilling_id"),
      needed("borger_id"),
      optional("ydelse"),
      optional("niveau"),
      optional("niveau_navn"),
      needed("lovgrundlag"),
      needed("startdato"),
      optional("slutdato"),
      needed("minutter"),
      optional("hver_uge")),
  CONTACTS(
      "henvendelser",
      needed("henvendelse_id"),
      needed("borger_id"),
      needed("art"),
      needed("kilde"),
      needed("modtaget"),
      optional("årsag"),
      optional("udskrevet"),
      optional("sygehus"),
      optional("genoptræningsplan")),
  POPULATION(
      "befolkning",
      needed("distrikt"),
      needed("opgjort"),
      optional("alder_fra"),
      needed("indbyggere")),
  RECIPIENTS(
      "modtagere",
      needed("distrikt"),
      needed("opgjort"),
      optional("alder_fra"),
      needed("modtagere"));

  private final String danish;
  private final List<Column> columns;

  FileKind(String danish, Column... columns) {
    this.danish = danish;
    this.columns = List.of(columns);
  }

  String danish() {
    return danish;
  }

  List<Column> columns() {
    return columns;
  }

  String keyColumn() {
    return columns.getFirst().name();
  }

  /** Whether a snapshot can end what it does not hold: a contact or a count of the past stays. */
  public boolean hasSnapshots() {
    return this == CITIZENS || this == GRANTS;
  }
}
