package dk.genvej.testing;

import dk.genvej.access.Identity;
import dk.genvej.access.RelationKind;
import dk.genvej.citizen.CareRelations;
import dk.genvej.course.Course;
import dk.genvej.course.CourseState;
import dk.genvej.course.Courses;
import dk.genvej.course.StopReason;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Ids;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;

/** A course in the state a test begins with, without walking the way there through the API. */
public final class CourseFixture {

  private final World world;
  private TestUser therapist;
  private CourseState state = CourseState.ACTIVE;
  private LocalDate startedOn = LocalDate.of(2025, 1, 13);
  private String shadow = "420.0";

  private CourseFixture(World world) {
    this.world = world;
    this.therapist = world.anna;
  }

  public static CourseFixture aCourse(World world) {
    return new CourseFixture(world);
  }

  public CourseFixture of(TestUser theTherapist) {
    this.therapist = theTherapist;
    return this;
  }

  public CourseFixture in(CourseState theState) {
    this.state = theState;
    return this;
  }

  public CourseFixture startedOn(String day) {
    this.startedOn = LocalDate.parse(day);
    return this;
  }

  /** Minutes a week; null for no shadow at all. */
  public CourseFixture shadow(String minutes) {
    this.shadow = minutes;
    return this;
  }

  /** Makes citizen, referral, help figures, course, plan and relations; answers the ids. */
  public Made make() {
    var citizenId = Citizens.aCitizen(world).registeredBy(world.vera);
    var context = TestServer.running().context();
    var identity = identity(world.vera);
    var made = new Made(citizenId, Ids.next(), Ids.next());
    context
        .getBean(Transactions.class)
        .command(
            identity,
            Envelope.command("fixture", Ids.next(), false),
            TestServer.running().time().now(world.municipality),
            work -> {
              insert(work, made);
              return made;
            });
    return made;
  }

  public record Made(UUID citizenId, UUID referralId, UUID courseId) {}

  private static Identity identity(TestUser user) {
    return new Identity(user.municipality(), user.subject(), user.name(), user.roles());
  }

  private void insert(Work work, Made made) {
    work.lock(made.citizenId);
    referral(work, made);
    var context = TestServer.running().context();
    var relations = context.getBean(CareRelations.class);
    context.getBean(Courses.class).add(work, course(work, made));
    var day = work.today().minusYears(1);
    relations.open(
        work, made.citizenId, made.courseId, RelationKind.COURSE_AREA, world.nordArea, day);
    relations.open(
        work, made.citizenId, made.courseId, RelationKind.THERAPIST, therapist.id(), day);
    if (state == CourseState.REFERRED) {
      return;
    }
    sql(
        work,
        made,
        "plan (id, municipality_id, citizen_id, citizens_words, intervention_type, %s) values"
            + " ('%s', %d, '%s', 'Jeg vil selv gå i bad', 'HVERDAGSREHABILITERING', %s)",
        made.courseId);
  }

  private void referral(Work work, Made made) {
    sql(
        work,
        made,
        "referral (state, kind, source, received_on, assessed_on, individual_reason, legal_basis,"
            + " id, municipality_id, citizen_id, %s) values ('REFERRED', 'HOME_CARE', 'CITIZEN',"
            + " '2025-01-09', '2025-01-13', 'Kan selv en del endnu', 'SEL_83A', '%s', %d, '%s',"
            + " %s)",
        made.referralId);
    if (shadow != null) {
      sql(
          work,
          made,
          "help (moment, basis, minutes_per_week, services, referral_id, recorded_on,"
                  .concat(" id, municipality_id, citizen_id, %s)")
              + " select 'SHADOW', 'MINUTES', "
              + shadow
              + ", '[{\"service\": \"PERSONAL_CARE\", \"minutes\": "
              + shadow
              + ", \"everyWeeks\": 1}]', '"
              + made.referralId
              + "', '2025-01-13', '%s', %d, '%s'::uuid, %s",
          Ids.next());
    }
  }

  private Course course(Work work, Made made) {
    var started = !state.beforeStart();
    var evaluated =
        EnumSet.of(CourseState.EVALUATED, CourseState.COMPLETED, CourseState.REVIEWED)
            .contains(state);
    var completed = evaluated && state != CourseState.EVALUATED;
    var stopped = state == CourseState.STOPPED;
    var reviewed = state == CourseState.REVIEWED;
    var annulled = state == CourseState.ANNULLED;
    return new Course(
        world.municipality,
        made.courseId,
        made.citizenId,
        made.referralId,
        state,
        therapist.id(),
        therapist.id(),
        world.nordArea,
        world.nord,
        LegalBasis.SEL_83A,
        LocalDate.of(2025, 1, 13),
        started ? startedOn : null,
        started ? startedOn.plusDays(84) : null,
        evaluated ? startedOn.plusDays(84) : null,
        completed ? startedOn.plusDays(86) : null,
        stopped ? startedOn.plusDays(31) : null,
        stopped ? StopReason.DECLINED : null,
        null,
        stopped ? 5 : null,
        state == CourseState.LAPSED ? "Ønsker det ikke alligevel" : null,
        completed ? "NOT_COMPUTABLE" : null,
        completed ? "SHADOW_MISSING" : null,
        null,
        null,
        reviewed ? work.now() : null,
        reviewed ? world.carla.id() : null,
        null,
        started ? Boolean.TRUE : null,
        null,
        annulled ? work.now() : null,
        annulled ? world.carla.id() : null,
        annulled ? "Oprettet på en forkert borger" : null,
        1,
        work.stamp(null));
  }

  /** {@code %s} stands for the stamp's columns, then id, municipality, citizen, the stamp. */
  private static void sql(Work work, Made made, String insert, UUID id) {
    var columns =
        "version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";
    var now = "timestamptz '" + work.now() + "'";
    var values = "1, %s, %s, %s, '%s'".formatted(now, now, now, work.actor().userId());
    var statement =
        "insert into " + insert.formatted(columns, id, work.municipality(), made.citizenId, values);
    var transactions = TestServer.running().context().getBean(TransactionOperations.class);
    try {
      World.execute((Connection) transactions.getConnection(), statement);
    } catch (SQLException failed) {
      throw new AssertionError(statement, failed);
    }
  }
}
