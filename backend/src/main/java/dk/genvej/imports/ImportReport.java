package dk.genvej.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a file.
 *
 * @param encoding as it was found, for example “Windows-1252”
 * @param tally of a trial run nothing but zeros
 * @param faults every bad line, in the order of the file
 * @param notes what else whoever sent the file should know
 */
public record ImportReport(
    FileKind kind,
    Outcome outcome,
    String encoding,
    int lines,
    Tally tally,
    List<Fault> faults,
    List<String> notes) {

  /** How it ended. */
  public enum Outcome {
    DONE,
    /** Read and judged, nothing written. */
    TRIED,
    /** The header or the encoding is wrong; nothing written. */
    UNREADABLE,
    /** The question about ending so much was answered with no; nothing written. */
    DECLINED
  }

  public ImportReport {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** For whoever made the file; neither a name nor a CPR number is in it. */
  public List<String> danish() {
    var text = new ArrayList<String>();
    text.add("Fil med %s: %d linjer, %s".formatted(kind.danish(), lines, encoding));
    switch (outcome) {
      case DONE -> text.add(counts());
      case TRIED -> text.add("Prøve: intet er indlæst");
      case UNREADABLE -> text.add("Filen kan ikke læses; intet er indlæst");
      case DECLINED -> text.add("Afbrudt; intet er indlæst");
    }
    text.addAll(notes);
    var bad = faults.stream().map(Fault::line).distinct().count();
    text.add(bad == 0 ? "Ingen fejl" : "%d linjer med fejl:".formatted(bad));
    faults.forEach(fault -> text.add("  " + fault.danish()));
    return text;
  }

  private String counts() {
    return "Nye: %d, ændrede: %d, uændrede: %d, afsluttede: %d, opgaver: %d"
        .formatted(
            tally.created(), tally.changed(), tally.unchanged(), tally.ended(), tally.tasks());
  }
}
