package dk.genvej.visit;

import dk.genvej.api.model.VisitEdit;
import dk.genvej.http.Refs;
import dk.genvej.work.EditForm;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A version of a visit as an edit would have said it. */
@Singleton
class VisitEditForm implements EditForm {

  private final VisitRepository repository;
  private final Records<Visit> records;
  private final VisitMapper mapper;

  VisitEditForm(VisitRepository repository, VisitMapper mapper) {
    this.repository = repository;
    this.records = new Records<>("visit", repository, Visit::id, Visit::citizenId, Visit::courseId);
    this.mapper = mapper;
  }

  @Override
  public String operation() {
    return "moveVisit";
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

  private VisitEdit edit(Visit one) {
    return new VisitEdit(
        mapper.view(one.contactType()), Refs.time(one.when()), one.plannedMinutes());
  }
}
