package dk.genvej.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingRow;
import dk.genvej.settings.SettingsHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library's holidays against a table typed from elsewhere. */
class WorkingDaysTest {

  /**
   * Skærtorsdag, langfredag, påskedag, 2. påskedag, store bededag, Kristi himmelfartsdag, pinsedag,
   * 2. pinsedag: the movable feasts as Københavns Universitets almanak prints them. Store bededag
   * was abolished from 2024 by lov nr. 214 af 6. marts 2023.
   */
  private static final String MOVABLE =
      """
      2020 |   9/4 |  10/4 |  12/4 |  13/4 |   8/5 |  21/5 |  31/5 |   1/6
      2021 |   1/4 |   2/4 |   4/4 |   5/4 |  30/4 |  13/5 |  23/5 |  24/5
      2022 |  14/4 |  15/4 |  17/4 |  18/4 |  13/5 |  26/5 |   5/6 |   6/6
      2023 |   6/4 |   7/4 |   9/4 |  10/4 |   5/5 |  18/5 |  28/5 |  29/5
      2024 |  28/3 |  29/3 |  31/3 |   1/4 |     - |   9/5 |  19/5 |  20/5
      2025 |  17/4 |  18/4 |  20/4 |  21/4 |     - |  29/5 |   8/6 |   9/6
      2026 |   2/4 |   3/4 |   5/4 |   6/4 |     - |  14/5 |  24/5 |  25/5
      2027 |  25/3 |  26/3 |  28/3 |  29/3 |     - |   6/5 |  16/5 |  17/5
      2028 |  13/4 |  14/4 |  16/4 |  17/4 |     - |  25/5 |   4/6 |   5/6
      2029 |  29/3 |  30/3 |   1/4 |   2/4 |     - |  10/5 |  20/5 |  21/5
      2030 |  18/4 |  19/4 |  21/4 |  22/4 |     - |  30/5 |   9/6 |  10/6
      2031 |  10/4 |  11/4 |  13/4 |  14/4 |     - |  22/5 |   1/6 |   2/6
      2032 |  25/3 |  26/3 |  28/3 |  29/3 |     - |   6/5 |  16/5 |  17/5
      2033 |  14/4 |  15/4 |  17/4 |  18/4 |     - |  26/5 |   5/6 |   6/6
      2034 |   6/4 |   7/4 |   9/4 |  10/4 |     - |  18/5 |  28/5 |  29/5
      2035 |  22/3 |  23/3 |  25/3 |  26/3 |     - |   3/5 |  13/5 |  14/5
      """;

  private static final List<String> FIXED = List.of("1/1", "25/12", "26/12");

  private final WorkingDays days = new WorkingDays();

  @Test
  void theHolidaysOfEachYearAreThoseOfTheTableAndNoOthers() {
    MOVABLE
        .lines()
        .forEach(
            line -> {
              var cells = line.split("\\|");
              int year = Integer.parseInt(cells[0].strip());
              var typed =
                  new TreeSet<>(
                      Stream.concat(Stream.of(cells).skip(1), FIXED.stream())
                          .map(String::strip)
                          .filter(cell -> !cell.equals("-"))
                          .map(cell -> day(year, cell))
                          .toList());
              assertThat(holidays(year)).containsExactlyElementsOf(typed);
            });
  }

  @Test
  void oneMayConstitutionDayAndTheTwoEvesAreWorkingDaysUnlessChosenOtherwise() {
    var days = List.of("2025-05-01", "2025-06-05", "2025-12-24", "2025-12-31");
    var chosen =
        new SettingsHistory(
            List.of(daysOff("2025-06-01", "06-05,12-24"), daysOff("2025-12-30", "12-24,12-31")));

    assertThat(days).allMatch(day -> working(day, new SettingsHistory(List.of())));
    assertThat(days).filteredOn(day -> working(day, chosen)).containsExactly("2025-05-01");
    assertThat(working("2024-12-24", chosen)).as("chosen from June 2025 on").isTrue();
  }

  @Test
  void weekendsAndHolidaysAreNoWorkingDays() {
    var none = new SettingsHistory(List.of());

    assertThat(Stream.of("2025-04-12", "2025-04-13", "2025-04-17", "2025-04-21"))
        .noneMatch(day -> working(day, none));
    assertThat(working("2025-05-16", none)).as("what would have been store bededag").isTrue();
  }

  private boolean working(String day, SettingsHistory settings) {
    return days.working(LocalDate.parse(day), settings);
  }

  private List<LocalDate> holidays(int year) {
    var found = new ArrayList<LocalDate>();
    for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      if (days.holiday(day)) {
        found.add(day);
      }
    }
    return found;
  }

  private static LocalDate day(int year, String cell) {
    var parts = cell.split("/");
    return LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
  }

  static SettingRow daysOff(String from, String value) {
    return new SettingRow(
        101,
        UUID.randomUUID(),
        Setting.DAYS_OFF.key(),
        LocalDate.parse(from),
        value,
        "Aftalt lokalt",
        null,
        Instant.EPOCH);
  }
}
