package dk.genvej.print;

/**
 * What is to be put on paper, read whole: it is set on pages after the transaction it was read in.
 */
public final class Printout {

  private final Sheet sheet;

  Printout(Sheet sheet) {
    this.sheet = sheet;
  }

  /** A PDF with tags for screen readers (PDF/UA-1) and its fonts inside. */
  public byte[] pdf() {
    return PdfWriter.write(sheet);
  }
}
