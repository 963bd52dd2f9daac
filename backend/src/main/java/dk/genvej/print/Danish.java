package dk.genvej.print;

import dk.genvej.agreement.ActorRole;
import dk.genvej.goal.GoalStatus;
import dk.genvej.shared.Time;
import dk.genvej.visit.ContactType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days, numbers and codes in the words they are spoken in at the kitchen table. */
final class Danish {

  private static final Locale LANGUAGE = Locale.of("da", "DK");

  /** Never parted at the end of a line. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d.\u00a0MMMM\u00a0uuuu", LANGUAGE);

  private static final DateTimeFormatter MEETING =
      DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM 'kl.' HH.mm", LANGUAGE);
  private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);

  private Danish() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** “Torsdag den 23. januar kl. 10.00”. */
  static String meeting(Instant at) {
    var text = MEETING.format(at.atZone(Time.ZONE));
    return text.substring(0, 1).toUpperCase(LANGUAGE) + text.substring(1);
  }

  /** With a decimal comma, and no zeros at its end. */
  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  /** 3 → “3 gange om ugen”, 14 → “2 gange om dagen”, 0,5 → “hver 2. uge”. */
  static String often(BigDecimal timesPerWeek) {
    if (timesPerWeek.compareTo(BigDecimal.ONE) == 0) {
      return "1 gang om ugen";
    }
    if (timesPerWeek.compareTo(DAYS_OF_A_WEEK) == 0) {
      return "hver dag";
    }
    if (timesPerWeek.remainder(DAYS_OF_A_WEEK).signum() == 0) {
      return timesPerWeek.divide(DAYS_OF_A_WEEK).intValueExact() + " gange om dagen";
    }
    var weeks = weeksBetween(timesPerWeek);
    return weeks == null ? number(timesPerWeek) + " gange om ugen" : "hver " + weeks + ". uge";
  }

  /** Weeks from one time to the next, when they are two or more and whole. */
  private static @Nullable Integer weeksBetween(BigDecimal timesPerWeek) {
    if (timesPerWeek.compareTo(BigDecimal.ONE) > 0) {
      return null;
    }
    var weeks = BigDecimal.ONE.divide(timesPerWeek, 2, RoundingMode.HALF_UP);
    return weeks.remainder(BigDecimal.ONE).signum() == 0 ? Integer.valueOf(weeks.intValue()) : null;
  }

  static String who(ActorRole role) {
    return switch (role) {
      case CARE_STAFF -> "Hjemmeplejen";
      case SUPPLIER -> "Leverandøren";
      case NURSE -> "Hjemmesygeplejen";
      case THERAPIST -> "Terapeuten";
      case DIETICIAN -> "Diætisten";
      case CITIZEN -> "Dig selv";
      case RELATIVE -> "Din pårørende";
      case VOLUNTEER -> "En frivillig";
      case OTHER -> "En anden";
    };
  }

  static String where(ContactType type) {
    return switch (type) {
      case HOME -> "hjemme hos dig";
      case SCREEN -> "på skærm";
      case PHONE -> "i telefonen";
      case TEAM_MEETING -> "holdmøde";
    };
  }

  static String status(GoalStatus status) {
    return switch (status) {
      case OPEN -> "Vi arbejder på det";
      case ACHIEVED -> "Nået";
      case PARTLY -> "Delvist nået";
      case NOT_ACHIEVED -> "Ikke nået";
    };
  }
}
