package dk.genvej.print;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose paper it is, from whom, and whom to ask.
 *
 * @param address its lines; none when it is not known or not for whoever prints
 * @param addressProtected whether what stands in {@code address} must not be passed on
 * @param contact the tovholder, the one person to ask about the course
 * @param therapist null when that is the tovholder
 * @param telephone where the contact person is reached, if the municipality has told
 */
record Head(
    String municipality,
    String name,
    LocalDate birthDate,
    List<String> address,
    boolean addressProtected,
    String contact,
    @Nullable String therapist,
    @Nullable String telephone,
    LocalDate printedOn) {

  Head {
    address = List.copyOf(address);
  }

  /**
   * @param kind such as “Plan”
   */
  Sheet sheet(String kind, int version) {
    return new Sheet(
        kind + " for " + name,
        kind + " for hverdagsrehabilitering, " + municipality,
        List.of(
            municipality,
            "%s, udgave %d · udskrevet %s".formatted(kind, version, Danish.day(printedOn))));
  }

  /**
   * Who, where, and the contact person in a box that is easy to find.
   *
   * @param told what else is to be said first
   */
  void on(Block top, List<String> told) {
    top.line("p", "name", name);
    top.line("p", "whose", "Født " + Danish.day(birthDate));
    address.forEach(line -> top.line("p", "whose", line));
    if (addressProtected && !address.isEmpty()) {
      top.line("p", "warning", "Adressen er beskyttet. Giv ikke papiret videre.");
    }
    told.forEach(line -> top.line("p", "told", line));
    var box = top.part("div", "contact");
    box.line("Din kontaktperson");
    box.line("p", "person", contact);
    if (telephone != null) {
      box.line("p", "person", "Ring på " + telephone);
    }
    if (therapist != null) {
      box.line("Din terapeut er " + therapist + ".");
    }
    box.line("Spørg, hvis du er i tvivl om noget.");
  }
}
