package dk.genvej.print;

import dk.genvej.access.Staff;
import dk.genvej.access.Verb;
import dk.genvej.citizen.Citizen;
import dk.genvej.citizen.CitizenService;
import dk.genvej.citizen.CitizenViews;
import dk.genvej.course.CodeRegistry;
import dk.genvej.course.Course;
import dk.genvej.course.Courses;
import dk.genvej.evaluation.EvaluationKind;
import dk.genvej.evaluation.EvaluationState;
import dk.genvej.print.PrintRepository.EvaluationLine;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plan and evaluation on paper (R57), for whoever may read the course. */
@Singleton
public class PrintService {

  /** In the setting of telephones: every care area that is not named. */
  private static final String ELSEWHERE = "*";

  private static final String UNKNOWN = "Ikke opgjort";

  private final PrintRepository repository;
  private final Courses courses;
  private final CitizenService citizens;
  private final CodeRegistry codes;
  private final ScoreTables scores;
  private final Settings settings;
  private final Staff staff;

  PrintService(
      PrintRepository repository,
      Courses courses,
      CitizenService citizens,
      CodeRegistry codes,
      ScoreTables scores,
      Settings settings,
      Staff staff) {
    this.repository = repository;
    this.courses = courses;
    this.citizens = citizens;
    this.codes = codes;
    this.scores = scores;
    this.settings = settings;
    this.staff = staff;
  }

  /** The plan as it stands. */
  public Printout plan(Work work, UUID courseId) {
    var course = courses.forReading(work, courseId, Verb.READ_COURSE);
    int municipality = work.municipality();
    var plan =
        repository
            .plan(municipality, courseId)
            .orElseThrow(() -> RefusalException.of(ProblemCode.PLAN_NOT_BEGUN));
    var sheet =
        new PlanSheet(
            head(work, course),
            plan,
            repository.goals(municipality, courseId),
            repository.inFocus(municipality, courseId).stream()
                .map(one -> List.of(area(one.code()), level(one.level()), aim(one)))
                .toList(),
            repository.agreements(municipality, courseId, lastDay(work, course)),
            repository.grants(municipality, courseId).stream().map(this::grant).toList(),
            course.startedOn(),
            course.dueOn(),
            repository.nextVisits(municipality, courseId, work.now()),
            id -> work.units().get(id).name(),
            id -> staff.name(municipality, id));
    return new Printout(sheet.sheet());
  }

  /** A submitted evaluation; interim ones are submitted as they are made. */
  public Printout evaluation(Work work, UUID evaluationId) {
    int municipality = work.municipality();
    var evaluation =
        repository
            .evaluation(municipality, evaluationId)
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    var course = courses.forReading(work, evaluation.courseId(), Verb.READ_COURSE);
    var day = requireSubmitted(evaluation);
    var sheet =
        new EvaluationSheet(
            head(work, course),
            evaluation,
            evaluation.kind().equals(EvaluationKind.TWELVE_WEEK.name()),
            repository.judged(municipality, evaluationId),
            repository.levels(municipality, evaluationId).stream()
                .map(
                    one -> List.of(area(one.code()), level(one.levelAtStart()), level(one.level())))
                .toList(),
            scores.of(repository.scores(municipality, course.id(), day)),
            course.dueOn());
    return new Printout(sheet.sheet());
  }

  private static LocalDate requireSubmitted(EvaluationLine evaluation) {
    if (!evaluation.state().equals(EvaluationState.SUBMITTED.name())) {
      throw RefusalException.of(ProblemCode.EVALUATION_NOT_SUBMITTED);
    }
    return Objects.requireNonNull(evaluation.evaluatedOn(), "a submitted one was held");
  }

  private Head head(Work work, Course course) {
    var citizen = citizens.find(work, course.citizenId());
    return new Head(
        work.units().get(work.units().root()).name(),
        citizen.name(),
        citizen.birthDate(),
        address(work, citizen),
        citizen.addressProtected(work.today()),
        staff.name(work.municipality(), course.tovholderId()),
        course.therapistId().equals(course.tovholderId())
            ? null
            : staff.name(work.municipality(), course.therapistId()),
        telephone(work, course),
        work.today());
  }

  /** By the same rule as on the screen: a protected one only for those who come to the door. */
  private static List<String> address(Work work, Citizen citizen) {
    var address = CitizenViews.address(work, citizen);
    return address == null
        ? List.of()
        : Stream.of(address.getStreet(), address.getPostCode() + " " + address.getCity())
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  private @Nullable String telephone(Work work, Course course) {
    var numbers = settings.today(work).map(Setting.PRINT_TELEPHONES);
    var area = work.units().get(course.careAreaId()).name();
    return numbers.getOrDefault(area, numbers.get(ELSEWHERE));
  }

  /** Of a course that is over, what held when it ended. */
  private static LocalDate lastDay(Work work, Course course) {
    return Stream.of(course.completedOn(), course.stoppedOn())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(work.today());
  }

  private String area(UUID code) {
    return codes.condition(code).map(one -> one.title().da()).toOptional().orElse(UNKNOWN);
  }

  private String grant(PrintRepository.GrantLine grant) {
    return codes.grant(grant.code()).map(one -> one.title().da()).toOptional().orElse(UNKNOWN);
  }

  private String aim(PrintRepository.ConditionLine condition) {
    return level(condition.expectedLevel());
  }

  private String level(@Nullable Integer number) {
    return Optional.ofNullable(number)
        .flatMap(codes::level)
        .map(level -> level.title().da())
        .orElse(UNKNOWN);
  }
}
