package dk.genvej.citizen;

import dk.genvej.api.CitizensApi;
import dk.genvej.api.model.CitizenDraft;
import dk.genvej.api.model.CitizenEdit;
import dk.genvej.api.model.CitizenFlags;
import dk.genvej.api.model.CitizenHits;
import dk.genvej.api.model.CitizenMergeDraft;
import dk.genvej.api.model.CitizenSearch;
import dk.genvej.api.model.ContactPersonDraft;
import dk.genvej.api.model.CprChange;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.RecordVersionPage;
import dk.genvej.api.model.ServingUnitDraft;
import dk.genvej.http.Edge;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class CitizenController implements CitizensApi {

  private final Edge edge;
  private final CitizenService citizens;
  private final CprNumbers numbers;
  private final CitizenMerge merge;
  private final ContactPersons contacts;
  private final CitizenHistory history;
  private final CitizenViews views;

  CitizenController(
      Edge edge,
      CitizenService citizens,
      CprNumbers numbers,
      CitizenMerge merge,
      ContactPersons contacts,
      CitizenHistory history,
      CitizenViews views) {
    this.edge = edge;
    this.citizens = citizens;
    this.numbers = numbers;
    this.merge = merge;
    this.contacts = contacts;
    this.history = history;
    this.views = views;
  }

  @Override
  public CitizenHits searchCitizens(CitizenSearch search) {
    return edge.read(work -> views.hits(work, find(work, search)));
  }

  @Override
  public dk.genvej.api.model.Citizen getCitizen(UUID citizenId) {
    return edge.read(work -> views.whole(work, citizens.get(work, citizenId)));
  }

  @Override
  public HttpResponse<Receipt> registerCitizen(CitizenDraft draft) {
    return edge.create(
        draft,
        work ->
            citizens.register(
                work,
                draft.getId(),
                RefusalException.valueOf(Cpr.parse(draft.getCpr())),
                draft.getBirthDate(),
                views.details(draft)));
  }

  @Override
  public Receipt updateCitizen(UUID citizenId, CitizenEdit edit) {
    return edge.write(edit, work -> citizens.update(work, citizenId, views.details(edit)));
  }

  @Override
  public Receipt setCitizenFlags(UUID citizenId, CitizenFlags flags) {
    return edge.write(flags, work -> citizens.setFlags(work, citizenId, views.flags(flags)));
  }

  @Override
  public Receipt changeCpr(UUID citizenId, CprChange change) {
    return edge.write(
        change,
        work ->
            numbers.change(
                work,
                citizenId,
                RefusalException.valueOf(Cpr.parse(change.getCpr())),
                change.getReason()));
  }

  @Override
  public Receipt mergeCitizens(UUID citizenId, CitizenMergeDraft draft) {
    return edge.write(
        draft, work -> merge.merge(work, citizenId, draft.getMergedId(), draft.getReason()));
  }

  @Override
  public HttpResponse<Receipt> changeServingUnit(UUID citizenId, ServingUnitDraft draft) {
    return edge.create(
        draft,
        work ->
            citizens.changeServingUnit(
                work, citizenId, draft.getId(), draft.getUnitId(), draft.getFrom()));
  }

  @Override
  public HttpResponse<Receipt> addContactPerson(UUID citizenId, ContactPersonDraft draft) {
    return edge.create(
        draft, work -> contacts.add(work, citizenId, draft.getId(), draft.getUserId()));
  }

  @Override
  public Receipt endContactPerson(UUID citizenId, UUID contactPersonId) {
    return edge.write(null, work -> contacts.end(work, citizenId, contactPersonId));
  }

  @Override
  public RecordVersionPage getCitizenHistory(
      UUID citizenId, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(
        work -> history.page(work, citizenId, cursor, Objects.requireNonNullElse(limit, 50)));
  }

  private List<Citizen> find(Work work, CitizenSearch search) {
    var terms =
        Stream.of(search.getName(), search.getBirthDate(), search.getCpr())
            .filter(Objects::nonNull)
            .count();
    if (terms != 1) {
      throw RefusalException.of(ProblemCode.SEARCH_NEEDS_ONE_TERM);
    }
    if (search.getName() != null) {
      return citizens.byName(work, search.getName());
    }
    return search.getBirthDate() != null
        ? citizens.byBirthDate(work, search.getBirthDate())
        : citizens.byCpr(work, RefusalException.valueOf(Cpr.parse(search.getCpr())));
  }
}
