package dk.genvej.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.Demo;
import dk.genvej.demo.DemoMunicipalities;
import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoOptions;
import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.Golden;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A few lives told into a real database, in a demo of the test's own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
  private static final DemoMunicipality LARGE = DemoMunicipalities.LARGE;
  private static final Path HOME = Path.of("target", "demo-history-" + System.currentTimeMillis());

  private static Demo demo;
  private static History history;
  private static List<Person> people;
  private static List<Life> lives;

  @BeforeAll
  static void importTheSampleSet() {
    demo = Demo.start(new DemoOptions(HOME, 0, TODAY, false), DemoProgress.silent());
    history = demo.context().getBean(History.class);
    history.prepare(LARGE, TODAY, DemoProgress.silent());
    history.figures(LARGE, TODAY);
    people = history.people(LARGE, TODAY);
    lives = chosen(Lives.until(TODAY, 7, people.size()));
  }

  @AfterAll
  static void end() {
    demo.close();
  }

  /** One of each ending that is over, and the newest two. */
  private static List<Life> chosen(List<Life> all) {
    var missing = EnumSet.allOf(Ending.class);
    var over = all.stream().filter(life -> life.contact().isBefore(TODAY.minusMonths(9)));
    var each = over.filter(life -> missing.remove(life.ending())).toList();
    var newest =
        all.stream()
            .filter(life -> life.ending() != Ending.UNSUITABLE && life.start().isBefore(TODAY))
            .limit(2);
    return Stream.concat(newest, each.stream()).toList();
  }

  @Test
  @Order(1)
  void anInterruptedTellingGoesOnWhereItWas() throws SQLException {
    tell(lives.subList(0, 3));

    assertThat(history.missing(LARGE, lives, TODAY)).isEqualTo(lives.subList(3, lives.size()));
    tell(history.missing(LARGE, lives, TODAY));

    assertThat(history.missing(LARGE, lives, TODAY)).isEmpty();
    assertThat(one("select count(*) from referral")).isEqualTo(Integer.toString(lives.size()));
  }

  /** Against a file: the same in every installation, whatever its keys, ids and clock. */
  @Test
  @Order(2)
  void theSameSeedAndDayTellTheSameOfTheSamePeople() throws SQLException {
    Golden.assertMatches("demo/history.txt", told());
  }

  @Test
  @Order(3)
  void toldTwiceItIsNotChanged() throws SQLException {
    var rows = rows();
    history.prepare(LARGE, TODAY, DemoProgress.silent());
    history.figures(LARGE, TODAY);
    tell(history.missing(LARGE, lives, TODAY));

    assertThat(rows()).isEqualTo(rows);
    assertThat(history.people(LARGE, TODAY)).isEqualTo(people);
  }

  @Test
  @Order(4)
  void everyVersionHasItsRowInTheChangeLogAndItsEvent() throws SQLException {
    var versions =
        "select count(*) from (select record_id, version from record_version except select"
            + " record_id, version from %s) missing";
    for (var log : List.of("change_log", "event")) {
      assertThat(one(versions.formatted(log))).as(log).isEqualTo("0");
    }
    assertThat(one("select count(*) from event where not historic")).isEqualTo("0");
  }

  @Test
  @Order(5)
  void theProgressNeverGoesBackAndEndsWithAll() {
    var heard = new ArrayList<Long>();
    var more =
        Lives.until(TODAY, 7, people.size()).stream()
            .filter(life -> !lives.contains(life))
            .sorted(Comparator.comparing(Life::contact).reversed())
            .limit(8)
            .toList();
    history.tell("work", LARGE, more, people, TODAY, (_, done, all) -> heard.add(done * 100 + all));

    assertThat(heard).containsExactly(8L, 108L, 208L, 308L, 408L, 508L, 608L, 708L, 808L);
  }

  private static void tell(List<Life> some) {
    history.tell("a few lives", LARGE, some, people, TODAY, DemoProgress.silent());
  }

  /** What is in every table about these lives, without ids: those are others each time. */
  private static List<String> told() throws SQLException {
    return lines(
        """
        select i.external_key || ' ' || line from (
          select citizen_id, 1 as place, received_on as day, concat_ws(' ', 'contact', received_on, kind, source, state, legal_basis) as line from referral
          union all
          select h.citizen_id, 2, h.recorded_on, concat_ws(' ', 'help', h.recorded_on, h.moment, h.basis, h.minutes_per_week, h.course_level_code) from help h
          union all
          select citizen_id, 3, started_on, concat_ws(' ', 'course', state, started_on, due_on) from course
          union all
          select citizen_id, 4, null, concat_ws(' ', 'goal', baseline, target, status) from goal
          union all
          select citizen_id, 5, scored_on, concat_ws(' ', 'score', instrument, phase, scored_on) from score
          union all
          select citizen_id, 6, held_at::date, concat_ws(' ', 'visit', held_at at time zone 'Europe/Copenhagen', minutes) from visit
          union all
          select citizen_id, 7, due_on, concat_ws(' ', 'evaluation', kind, state, due_on, evaluated_on) from evaluation
          union all
          select citizen_id, 8, due_on, concat_ws(' ', 'follow-up', month, state, due_on, held_on) from follow_up
        ) told join imported_row i on i.record_id = told.citizen_id and i.file_kind = 'CITIZENS'
        order by i.external_key, place, day, line
        """);
  }

  private static List<String> rows() throws SQLException {
    return lines(
        """
        select relname || ' ' || (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(relname), false, true, '')))[1]
          from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         order by relname
        """);
  }

  private static String one(String sql) throws SQLException {
    return lines(sql).getFirst();
  }

  private static List<String> lines(String sql) throws SQLException {
    var url = demo.context().getProperty("datasources.default.url", String.class).orElseThrow();
    try (var connection = DriverManager.getConnection(url, "postgres", password());
        var rows = connection.createStatement().executeQuery(sql)) {
      var lines = new ArrayList<String>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }

  /** The superuser's, who sees past every policy. */
  private static String password() {
    return demo.context().getProperty("datasources.default.password", String.class).orElseThrow();
  }
}
