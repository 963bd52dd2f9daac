package dk.genvej.citizen;

import dk.genvej.shared.ArrayText;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Who the citizen is and who serves them; sent when either is new. */
@Singleton
class PersonPart implements SyncedPart {

  private final CitizenRepository citizens;
  private final CareRelationRepository relations;
  private final CitizenViews views;

  PersonPart(CitizenRepository citizens, CareRelationRepository relations, CitizenViews views) {
    this.citizens = citizens;
    this.relations = relations;
    this.views = views;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news =
        page.everybody()
            .read((whom, courses, seqs) -> citizens.newer(municipality, whom, courses, seqs));
    if (news.isEmpty()) {
      return;
    }
    var serving =
        relations
            .servingAny(municipality, ArrayText.of(news.stream().map(Citizen::id).toList()))
            .stream()
            .collect(Collectors.groupingBy(CareRelation::citizenId));
    news.forEach(one -> page.of(one.id()).person(views.person(work, one, serving.get(one.id()))));
  }
}
