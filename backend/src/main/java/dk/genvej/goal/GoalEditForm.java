package dk.genvej.goal;

import dk.genvej.api.model.GoalEdit;
import dk.genvej.work.EditForm;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A version of a goal as an edit would have said it. */
@Singleton
class GoalEditForm implements EditForm {

  private final GoalRepository repository;
  private final Records<Goal> records;
  private final GoalMapper mapper;

  GoalEditForm(GoalRepository repository, GoalMapper mapper) {
    this.repository = repository;
    this.records = new Records<>("goal", repository, Goal::id, Goal::citizenId, Goal::courseId);
    this.mapper = mapper;
  }

  @Override
  public String operation() {
    return "changeGoal";
  }

  @Override
  public Optional<Object> current(Work work, UUID id) {
    return records.find(work, id).map(this::edit);
  }

  @Override
  public Map<Place, Object> asOf(Work work, Collection<Place> places) {
    return repository.asOf(work.municipality(), Place.ids(places), Place.versions(places)).stream()
        .collect(Collectors.toMap(one -> new Place(one.id(), one.version()), this::edit));
  }

  private GoalEdit edit(Goal one) {
    var edit =
        new GoalEdit(
            one.citizensWords(),
            one.conditionId(),
            one.measure(),
            one.baseline(),
            one.baselineOn(),
            one.target(),
            one.targetOn(),
            one.agreedWithCitizen(),
            mapper.view(one.status()));
    edit.setBaselineValue(one.baselineValue());
    edit.setTargetValue(one.targetValue());
    edit.setUnit(one.unit());
    return edit;
  }
}
