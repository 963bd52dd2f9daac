package dk.genvej.visit;

import dk.genvej.citizen.CitizenService;
import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Collectors;

/** Visits. They show where the citizen lives, so all are sent anew when that may have changed. */
@Singleton
class VisitPart implements SyncedPart {

  private final VisitRepository visits;
  private final CitizenService citizens;
  private final VisitViews views;

  VisitPart(VisitRepository visits, CitizenService citizens, VisitViews views) {
    this.visits = visits;
    this.citizens = citizens;
    this.views = views;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news =
        page.courses(line -> line.personNew() ? 0 : line.heldSeq())
            .read((whom, courses, seqs) -> visits.newer(municipality, whom, courses, seqs));
    var whom = citizens.all(work, news.stream().map(Visit::citizenId).collect(Collectors.toSet()));
    for (var one : news) {
      var citizen = Objects.requireNonNull(whom.get(one.citizenId()), "read in the same scope");
      page.of(one.citizenId()).addVisitsItem(views.view(work, one, citizen));
    }
  }
}
