package dk.genvej.shared;

/** A text in the two languages the product speaks; Danish is the default. */
public record Title(String da, String en) {

  public Title {
    if (da.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a title has both languages");
    }
  }
}
