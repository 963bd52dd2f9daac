package dk.genvej.citizen;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds a name for search: “Müller-Østergård” is found by “muller” and by “øst”. */
final class NameKey {

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private NameKey() {}

  /** Lower case, words parted by one space, accents gone; æ, ø and å are letters of their own. */
  static String of(String name) {
    var lower = name.toLowerCase(Locale.of("da")).replace("å", "\u0000");
    var plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return NOT_LETTERS.matcher(plain.replace("\u0000", "å")).replaceAll(" ").strip();
  }
}
