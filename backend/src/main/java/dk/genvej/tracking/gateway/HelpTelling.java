package dk.genvej.tracking.gateway;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.Intervention;
import dk.genvej.tracking.fhir.PlannedInterventionWriter;
import dk.genvej.tracking.fhir.PlannedInterventionWriter.Status;
import dk.genvej.tracking.gateway.CourseOnDay.HelpLeft;
import dk.genvej.tracking.gateway.contract.FindingCode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The compensating help that is left after a course, by the services of the re-visitation and the
 * follow-ups. The classification of it is the municipality's choice; what it has not chosen a code
 * for is left out, and it is said so.
 */
final class HelpTelling {

  private static final String INDIVIDUAL = "INDIVIDUAL";

  private HelpTelling() {}

  static void tell(Account account, CourseOnDay course) {
    if (!course.state().hasOutcome()) {
      return;
    }
    var services = new TreeSet<String>();
    course.helps().forEach(help -> services.addAll(help.services()));
    for (var service : services) {
      account
          .how()
          .service(service)
          .ifPresentOrElse(
              intervention -> tell(account, course, service, intervention),
              () ->
                  account.notice(
                      FindingCode.REMAINING_HELP_WITHOUT_CODE, new Title(service, service)));
    }
  }

  /** Help that stops and is granted again later is another grant. */
  private static void tell(
      Account account, CourseOnDay course, String service, Intervention intervention) {
    int stretch = 0;
    HelpLeft begun = null;
    for (var help : course.helps()) {
      var granted = help.services().contains(service);
      if (granted && begun == null) {
        begun = help;
      } else if (!granted && begun != null) {
        add(account, course, source(course, service, ++stretch), intervention, begun, help.from());
        begun = null;
      }
    }
    if (begun != null) {
      add(account, course, source(course, service, ++stretch), intervention, begun, null);
    }
  }

  private static String source(CourseOnDay course, String service, int stretch) {
    return course.id() + " " + service + " " + stretch;
  }

  private static void add(
      Account account,
      CourseOnDay course,
      String source,
      Intervention intervention,
      HelpLeft begun,
      @Nullable LocalDate until) {
    var number = account.number(SourceKind.REMAINING_HELP, source, intervention.identity());
    account.add(
        number,
        course.id(),
        PlannedInterventionWriter.write(
            new PlannedInterventionWriter.Reported(
                number.id(),
                account.subject(),
                intervention,
                account.how().classification().deliveryType(INDIVIDUAL).stream().toList(),
                until == null ? Status.ACTIVE : Status.COMPLETED,
                begun.from(),
                until,
                List.copyOf(account.conditions(course)))));
  }
}
