package dk.genvej.reference;

import dk.genvej.api.model.CodeSystem;
import dk.genvej.api.model.SyncedReference;
import dk.genvej.api.model.SyncedSetting;
import dk.genvej.http.Language;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.settings.SettingsHistory;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Title;
import dk.genvej.work.Work;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything a tablet needs beside its citizens: instruments, codes and settings, as one whole with
 * a hash. It rests on the day, the language and the municipality's settings alone, so it is made
 * again only when one of them changes.
 */
@Singleton
public class ReferenceData {

  private static final Title LANGUAGE = new Title("da", "en");

  private final Settings settings;
  private final CodeViews codes;
  private final InstrumentViews instruments;
  private final JsonMapper mapper;
  private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

  ReferenceData(
      Settings settings, CodeViews codes, InstrumentViews instruments, JsonMapper mapper) {
    this.settings = settings;
    this.codes = codes;
    this.instruments = instruments;
    this.mapper = mapper;
  }

  /**
   * Reference data of a day.
   *
   * @param hash of the content: equal hashes, equal content
   * @param settings what it was made from
   */
  public record Known(LocalDate day, SettingsHistory settings, SyncedReference content, long hash) {

    private boolean standsOn(LocalDate today, SettingsHistory now) {
      return day.equals(today) && settings.equals(now);
    }
  }

  public Known today(Work work) {
    var history = settings.history(work);
    var key = work.municipality() + Language.text(LANGUAGE);
    var last = known.get(key);
    if (last == null || !last.standsOn(work.today(), history)) {
      last = make(work, history);
      known.put(key, last);
    }
    return last;
  }

  private Known make(Work work, SettingsHistory history) {
    var content =
        new SyncedReference(
            instruments.all(),
            Arrays.stream(CodeSystem.values())
                .flatMap(system -> codes.codes(work, system, work.today(), null).stream())
                .toList(),
            Arrays.stream(Setting.values())
                .map(one -> new SyncedSetting(one.key(), value(history, one, work.today())))
                .toList());
    return new Known(work.today(), history, content, hash(content));
  }

  private static String value(SettingsHistory history, Setting setting, LocalDate day) {
    return history.on(day).chosen().getOrDefault(setting.key(), setting.standard());
  }

  private long hash(SyncedReference content) {
    try {
      return ByteBuffer.wrap(Ids.sha256(mapper.writeValueAsBytes(content))).getLong();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
