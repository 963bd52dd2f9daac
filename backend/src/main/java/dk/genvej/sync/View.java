package dk.genvej.sync;

import dk.genvej.reference.ReferenceData;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer depends on beside the citizens. With another view everything is sent whole: the
 * roles decide what is shown, a new form of the records is understood by no old tablet, and the
 * window of an evaluation stands in every evaluation.
 */
final class View {

  /** Raised with every change of what is sent of a record. */
  private static final int FORM = 1;

  private static final Set<Role> ON_TABLETS =
      EnumSet.of(Role.THERAPIST, Role.CARE_STAFF, Role.NURSE, Role.SUPPLIER);

  private View() {}

  static long of(Work work, ReferenceData.Known known) {
    var roles =
        work.actor().roles().stream()
            .filter(ON_TABLETS::contains)
            .map(Role::name)
            .sorted()
            .collect(Collectors.joining(" "));
    var window =
        known.settings().choices().stream()
            .filter(one -> one.key().equals(Setting.EVALUATION_WINDOW_DAYS.key()))
            .map(View::text)
            .collect(Collectors.joining(","));
    return Ids.named(FORM + " " + roles + " " + window).getMostSignificantBits();
  }

  private static String text(SettingRow row) {
    return row.validFrom() + "=" + row.value();
  }
}
