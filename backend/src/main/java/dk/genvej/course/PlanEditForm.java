package dk.genvej.course;

import dk.genvej.api.model.PlanDraft;
import dk.genvej.work.EditForm;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A version of a plan as an edit would have said it. */
@Singleton
class PlanEditForm implements EditForm {

  private final PlanRepository repository;

  PlanEditForm(PlanRepository repository) {
    this.repository = repository;
  }

  @Override
  public String operation() {
    return "savePlan";
  }

  @Override
  public Optional<Object> current(Work work, UUID id) {
    return repository.find(work.municipality(), id).map(PlanEditForm::edit);
  }

  @Override
  public Map<Place, Object> asOf(Work work, Collection<Place> places) {
    return repository.asOf(work.municipality(), Place.ids(places), Place.versions(places)).stream()
        .collect(Collectors.toMap(one -> new Place(one.id(), one.version()), PlanEditForm::edit));
  }

  private static PlanDraft edit(Plan one) {
    var edit = new PlanDraft(one.interventionType());
    edit.setCitizensWords(one.citizensWords());
    edit.setSummary(one.summary());
    return edit;
  }
}
