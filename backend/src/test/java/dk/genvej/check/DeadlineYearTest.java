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

  /**
   * The database forgets once of every eighth notice that it was told, and lets a row stand twice.
   */
  private static final String FORGETFUL =
      """
      alter table notification drop constraint notification_once;
      alter table notification add constraint notification_once
        unique (municipality_id, recipient_id, kind, cause_id, due_on, id);
      create table forgotten (id uuid primary key);
      grant select, insert on forgotten to genvej_worker;
      create function forget() returns trigger language plpgsql as $$
      begin
        if new.told_at is not null and new.id::text ~ '[07]$' then
          insert into forgotten values (new.id) on conflict do nothing;
          if found then
            new.told_at = null;
            new.told = null;
          end if;
        end if;
        return new;
      end
      $$;
      create trigger forget before update on notice for each row execute function forget();
      """;

  @Test
  void withoutTheUniqueKeyALostNoteThatItWasToldIsSeenAsRowsTooMany()
      throws IOException, SQLException {
    var home = Files.createTempDirectory(Path.of("target"), "deadlines");
    var outcome = DeadlineYear.fourWeeks(12, SEED, home, FORGETFUL);

    assertThat(outcome.allWell()).as(outcome.text()).isFalse();
    assertThat(outcome.text()).contains(" 0 missing").doesNotContain(" 0 not expected");
  }

  /** The model's own calendar against dates everybody can look up. */
  @ParameterizedTest
  @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2027, 2027-03-28", "2038, 2038-04-25"})
  void theModelsEasterIsTheRightOne(int year, LocalDate easter) {
    assertThat(DanishDays.easter(year)).isEqualTo(easter);
  }
}
