package dk.genvej.citizen;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CPR number: ten digits, the first six of which are a real date. Modulus 11 is never asked, as
 * numbers without it have been given out since 2007.
 *
 * <p>A replacement number (erstatnings-CPR) has 60 added to its day: 71 is the 11th. It is as good
 * here, but FK Gateway takes only real ones.
 *
 * <p>No text made here holds the number: neither {@link #toString} nor a refusal nor an exception.
 */
public record Cpr(String digits) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{6})-?([0-9]{4})");
  private static final int REPLACEMENT_DAYS = 60;

  public Cpr {
    if (digits.length() != 10 || parts(digits).isEmpty()) {
      throw new IllegalArgumentException("not a CPR number");
    }
  }

  /** With or without its hyphen, spaces around it ignored. */
  public static Ruling<Cpr> parse(String text) {
    var match = WRITTEN.matcher(text.strip());
    if (!match.matches()) {
      return refused();
    }
    var digits = match.group(1) + match.group(2);
    return parts(digits).isPresent() ? Ruling.allow(new Cpr(digits)) : refused();
  }

  public LocalDate birthDate() {
    return parts(digits).orElseThrow().birth();
  }

  public boolean replacement() {
    return parts(digits).orElseThrow().replacement();
  }

  /** As people write it, DDMMYY-SSSS: for those who may see it. */
  public String written() {
    return digits.substring(0, 6) + "-" + digits.substring(6);
  }

  @Override
  public String toString() {
    return "Cpr[******-****]";
  }

  private static Ruling<Cpr> refused() {
    return Ruling.refuse(Refusal.at("/cpr", ProblemCode.CPR_MALFORMED));
  }

  private static Optional<Parts> parts(String digits) {
    if (!WRITTEN.matcher(digits).matches()) {
      return Optional.empty();
    }
    int day = Integer.parseInt(digits, 0, 2, 10);
    var replacement = day > REPLACEMENT_DAYS;
    try {
      var birth =
          LocalDate.of(
              year(Integer.parseInt(digits, 4, 6, 10), digits.charAt(6) - '0'),
              Integer.parseInt(digits, 2, 4, 10),
              replacement ? day - REPLACEMENT_DAYS : day);
      return Optional.of(new Parts(birth, replacement));
    } catch (DateTimeException _) {
      return Optional.empty(); // Its text would name the date, so it goes no further.
    }
  }

  /**
   * The century by the seventh digit (CPR-kontoret, “Personnummeret i CPR”): 0–3 is 19xx; 4 and 9
   * are 20xx to year 36, else 19xx; 5–8 are 20xx to year 57, else 18xx.
   */
  private static int year(int yy, int seventh) {
    return switch (seventh) {
      case 0, 1, 2, 3 -> 1900 + yy;
      case 4, 9 -> yy <= 36 ? 2000 + yy : 1900 + yy;
      default -> yy <= 57 ? 2000 + yy : 1800 + yy;
    };
  }

  private record Parts(LocalDate birth, boolean replacement) {}
}
