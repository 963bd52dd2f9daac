package dk.genvej.tracking.gateway;

import dk.genvej.access.Verb;
import dk.genvej.api.model.GatewayStanding;
import dk.genvej.citizen.CitizenService;
import dk.genvej.course.Course;
import dk.genvej.course.Courses;
import dk.genvej.settings.Settings;
import dk.genvej.shared.Ids;
import dk.genvej.tracking.fhir.DeliveryReportWriter;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.GatewayContract;
import dk.genvej.tracking.gateway.contract.Scrutiny;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a course stands with the gateway: what would be refused if it were reported as it is now, and
 * what became of what was reported. The same account and the same contract as at night.
 */
@Singleton
class GatewayStandingService {

  private final Courses courses;
  private final CitizenService citizens;
  private final Settings settings;
  private final StandingRepository repository;
  private final ResourceJson json;
  private final Classification classification;

  GatewayStandingService(
      Courses courses,
      CitizenService citizens,
      Settings settings,
      StandingRepository repository,
      ResourceJson json,
      Classification classification) {
    this.courses = courses;
    this.citizens = citizens;
    this.settings = settings;
    this.repository = repository;
    this.json = json;
    this.classification = classification;
  }

  GatewayStanding of(Work work, UUID courseId) {
    var course = courses.forReading(work, courseId, Verb.READ_COURSE);
    var choices =
        new ReportingChoices(settings.all(work), repository.sor(work.municipality()).code());
    var how = choices.on(work.today(), classification);
    var lines = repository.ofCourse(work.municipality(), course.citizenId(), courseId);
    return StandingViews.view(
        how, how.map(one -> findings(work, course, one)).orElse(List.of()), lines, json);
  }

  private List<Finding> findings(Work work, Course course, Reporting how) {
    var citizen = citizens.find(work, course.citizenId());
    var cpr = citizens.cpr(citizen);
    var forms =
        repository.forms(
            work.municipality(), citizen.id(), work.now().plusSeconds(1), how.readsVisits());
    var state = FormReader.read(citizen.id(), citizen.diedOn() != null, forms);
    int holder = holder(work, citizen.id());
    var before = json.told(repository.told(work.municipality(), citizen.id(), holder));
    var book = IdBook.of(work.municipality(), citizen.id() + " " + holder, before);
    var account = Account.of(state, how, book);
    var judged =
        GatewayContract.judge(
            new Scrutiny(
                DeliveryReportWriter.write(
                    Ids.next().toString(),
                    "",
                    ContactTelling.text(work.now()),
                    account.told().stream()
                        .map(one -> one.resource().updated(ContactTelling.text(work.now())))
                        .map(one -> CitizenReports.identified(one, cpr))
                        .toList()),
                how.guide(),
                work.today(),
                account.told().stream().map(Told::address).collect(Collectors.toSet()),
                how.codes(),
                false));
    return Stream.concat(judged.stream(), account.notices().stream()).distinct().toList();
  }

  private int holder(Work work, UUID citizenId) {
    return repository
        .lastHolder(work.municipality(), citizenId)
        .map(StandingRepository.Holder::holder)
        .orElse(1);
  }
}
