package dk.genvej.administration;

import dk.genvej.audit.Change;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Use cases about the municipality's dated choices (R83). A choice is added and never changed. */
@Singleton
public class SettingService {

  private final Settings settings;

  SettingService(Settings settings) {
    this.settings = settings;
  }

  List<SettingRow> chosen(Work work) {
    return settings.all(work);
  }

  Written choose(Work work, UUID id, String key, LocalDate validFrom, String value, String source) {
    var setting =
        Setting.byKey(key)
            .orElseThrow(
                () ->
                    RefusalException.of(
                        Refusal.at("/key", ProblemCode.SETTING_UNKNOWN).with("key", key)));
    RefusalException.throwIfAny(SettingChoice.refuse(setting, value).stream().toList());
    requireFree(work, key, validFrom);
    settings.choose(
        new SettingRow(
            work.municipality(),
            id,
            key,
            validFrom,
            value,
            source,
            work.actor().userId(),
            work.now()));
    work.changed(
        new Change("SettingChosen", "setting", id, 1, null, null, work.recordedAt(), null));
    return new Written(id, 1);
  }

  private void requireFree(Work work, String key, LocalDate validFrom) {
    if (settings.all(work).stream()
        .anyMatch(row -> row.key().equals(key) && row.validFrom().equals(validFrom))) {
      throw RefusalException.of(Refusal.at("/validFrom", ProblemCode.SETTING_DATE_TAKEN));
    }
  }
}
