package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation at its figures for each build; the year is "genvej check deadlines". */
class DeadlineYearTest {

  private static final long SEED = 20250106;

  @Test
  void fourWeeksOfCoursesTellEverybodyOnceWhateverGoesDown() throws IOException, SQLException {
    var home = Files.createTempDirectory(Path.of("target"), "deadlines");
    var outcome =
        DeadlineYear.fourWeeks(Integer.getInteger("genvej.check.courses", 60), SEED, home);

    assertThat(outcome.allWell()).as(outcome.text()).isTrue();
    System.out.print(outcome.text());
  }

  /** The model's own calendar against dates everybody can look up. */
  @ParameterizedTest
  @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2027, 2027-03-28", "2038, 2038-04-25"})
  void theModelsEasterIsTheRightOne(int year, LocalDate easter) {
    assertThat(DanishDays.easter(year)).isEqualTo(easter);
  }
}
