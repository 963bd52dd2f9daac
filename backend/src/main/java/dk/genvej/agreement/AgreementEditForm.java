package dk.genvej.agreement;

import dk.genvej.api.model.AgreementEdit;
import dk.genvej.work.EditForm;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A version of an agreement as an edit would have said it. */
@Singleton
class AgreementEditForm implements EditForm {

  private final AgreementRepository repository;
  private final Records<Agreement> records;
  private final AgreementMapper mapper;

  AgreementEditForm(AgreementRepository repository, AgreementMapper mapper) {
    this.repository = repository;
    this.records =
        new Records<>(
            "agreement", repository, Agreement::id, Agreement::citizenId, Agreement::courseId);
    this.mapper = mapper;
  }

  @Override
  public String operation() {
    return "changeAgreement";
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

  private AgreementEdit edit(Agreement one) {
    var edit =
        new AgreementEdit(
            mapper.view(one.actorRole()),
            one.action(),
            one.timesPerWeek(),
            one.fromDay(),
            one.untilDay());
    edit.setUnitId(one.unitId());
    return edit;
  }
}
