package dk.genvej.settings;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Answers what a municipality has chosen. */
@Singleton
public class Settings {

  private final SettingRepository repository;

  Settings(SettingRepository repository) {
    this.repository = repository;
  }

  public SettingsOnDay today(Work work) {
    return on(work, work.today());
  }

  /** As chosen before this request; one that chooses answers with its own choice. */
  public SettingsOnDay on(Work work, LocalDate day) {
    return work.once(new OnDay(day), () -> read(work.municipality(), day));
  }

  private record OnDay(LocalDate day) {}

  private SettingsOnDay read(int municipality, LocalDate day) {
    return new SettingsOnDay(
        repository.on(municipality, day).stream()
            .collect(Collectors.toMap(SettingRow::key, SettingRow::value)));
  }

  /** Every choice the municipality has made, by key and day. */
  public List<SettingRow> all(Work work) {
    return repository.all(work.municipality());
  }

  /** As {@link #on} for many days, asked of the database once. */
  public SettingsHistory history(Work work) {
    return new SettingsHistory(all(work));
  }

  /** As above, in the open transaction of that municipality. */
  public SettingsHistory history(int municipality) {
    return new SettingsHistory(repository.all(municipality));
  }

  /** A choice from a day on; what was chosen before keeps holding for its days. */
  public void choose(SettingRow choice) {
    repository.save(choice);
  }
}
