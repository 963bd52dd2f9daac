package dk.genvej.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a line was not imported. It holds no value of the line, as a report is mailed about.
 *
 * @param line the line of the file, the header being line 1
 * @param column the column, or null where the line itself cannot be read
 */
public record Fault(int line, @Nullable String column, FaultKind kind) {

  /** “linje 14, kolonne cpr: …” */
  public String danish() {
    var where = column == null ? "" : ", kolonne " + column;
    return "linje " + line + where + ": " + kind.danish();
  }
}
