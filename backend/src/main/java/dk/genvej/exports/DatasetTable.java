package dk.genvej.exports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One file of a dataset: the view it is made of, and its rows in their order. The first columns of
 * each view are stable, see V0014_1.
 *
 * @param file name without extension
 * @param view whose columns it has, and whose comments are the dictionary
 */
record DatasetTable(String file, String view, String rows, List<Object> parameters) {

  DatasetTable {
    parameters = List.copyOf(parameters);
  }

  /** The column that says how widely a row for research is told; it is not told itself. */
  static final String LEVEL = "level";

  private static final String OUTCOMES =
      """
      select o.* from dataset_outcome o
       where o.municipality = ? and o.event_on between ? and ?
       order by o.course, o.version
      """;

  private static final String INSTRUMENTS =
      """
      select i.* from dataset_outcome_instrument i
       where i.municipality = ? and i.event_on between ? and ?
       order by i.course, i.version, i.instrument, i.instrument_version, i.scale
      """;

  /**
   * Each course at the narrowest level at which what is told of its citizen is shared by enough
   * citizens: by everything, without reason and quarter, without whether they live alone, without
   * the district, without the age, by nothing. Whoever is not told of narrowly counts for the next
   * level only, so no level can be subtracted from another. Courses that remain are left out.
   */
  private static final String LEVELLED =
      """
      with told as materialized (
        select course, citizen,
               concat_ws('|', district, age_band, coalesce(lives_alone::text, ''),
                         coalesce(referral_reason, ''), start_quarter) as k0,
               concat_ws('|', district, age_band, coalesce(lives_alone::text, ''), start_year) as k1,
               concat_ws('|', district, age_band, start_year) as k2,
               concat_ws('|', age_band, start_year) as k3,
               start_year::text as k4,
               '' as k5
          from dataset_research where municipality = ? and event <> 'FOLLOW_UP'),
      least as (select cast(? as int) as n),
      c0 as (select k0 from told group by k0 having count(distinct citizen) >= (select n from least)),
      r1 as (select * from told where k0 not in (select k0 from c0)),
      c1 as (select k1 from r1 group by k1 having count(distinct citizen) >= (select n from least)),
      r2 as (select * from r1 where k1 not in (select k1 from c1)),
      c2 as (select k2 from r2 group by k2 having count(distinct citizen) >= (select n from least)),
      r3 as (select * from r2 where k2 not in (select k2 from c2)),
      c3 as (select k3 from r3 group by k3 having count(distinct citizen) >= (select n from least)),
      r4 as (select * from r3 where k3 not in (select k3 from c3)),
      c4 as (select k4 from r4 group by k4 having count(distinct citizen) >= (select n from least)),
      r5 as (select * from r4 where k4 not in (select k4 from c4)),
      c5 as (select k5 from r5 group by k5 having count(distinct citizen) >= (select n from least)),
      levelled as (
        select course, 0 as level from told where k0 in (select k0 from c0)
        union all select course, 1 from r1 where k1 in (select k1 from c1)
        union all select course, 2 from r2 where k2 in (select k2 from c2)
        union all select course, 3 from r3 where k3 in (select k3 from c3)
        union all select course, 4 from r4 where k4 in (select k4 from c4)
        union all select course, 5 from r5 where k5 in (select k5 from c5))
      """;

  /** In an order of this export alone: that of another file would tell which course is which. */
  private static final String RESEARCH =
      LEVELLED
          + """
          select r.*, l.level from dataset_research r join levelled l on l.course = r.course
           where r.municipality = ?
           order by md5(r.course || ?), r.event, r.follow_up_month
          """;

  private static final String RESEARCH_INSTRUMENTS =
      LEVELLED
          + """
          select i.*, l.level from dataset_research_instrument i join levelled l on l.course = i.course
           where i.municipality = ?
           order by md5(i.course || ?), i.instrument, i.instrument_version, i.scale
          """;

  private static final String LEFT_OUT =
      LEVELLED + "select (select count(*) from told) - (select count(*) from levelled)";

  static List<DatasetTable> of(int municipality, LocalDate from, LocalDate until) {
    var period = List.<Object>of(municipality, from, until);
    return List.of(
        new DatasetTable("outcome", "dataset_outcome", OUTCOMES, period),
        new DatasetTable("outcome_instrument", "dataset_outcome_instrument", INSTRUMENTS, period));
  }

  /**
   * Its rows are what stands, of all days: a period would be one more thing to know somebody by.
   */
  static List<DatasetTable> research(int municipality, int least) {
    var salt = UUID.randomUUID().toString();
    var parameters = List.<Object>of(municipality, least, municipality, salt);
    return List.of(
        new DatasetTable("research", "dataset_research", RESEARCH, parameters),
        new DatasetTable(
            "research_instrument",
            "dataset_research_instrument",
            RESEARCH_INSTRUMENTS,
            parameters));
  }

  /** How many courses the research set leaves out, by the first two of its parameters. */
  static String leftOut() {
    return LEFT_OUT;
  }

  /** How many rows there will be, for whoever watches. */
  String count() {
    return "select count(*) from (" + rows + ") counted";
  }
}
