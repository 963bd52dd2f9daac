package dk.genvej.visit;

import dk.genvej.api.model.HeldVisitDraft;
import dk.genvej.api.model.VisitDraft;
import dk.genvej.api.model.VisitEdit;
import dk.genvej.api.model.VisitHeld;
import dk.genvej.api.model.VisitPage;
import dk.genvej.citizen.Citizen;
import dk.genvej.citizen.CitizenService;
import dk.genvej.citizen.CitizenViews;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Visits as the API shows them, and as it sends them. */
@Singleton
class VisitViews {

  private final VisitMapper mapper;
  private final CitizenService citizens;
  private final Refs refs;

  VisitViews(VisitMapper mapper, CitizenService citizens, Refs refs) {
    this.mapper = mapper;
    this.citizens = citizens;
    this.refs = refs;
  }

  VisitPage page(Work work, List<Visit> visits, int limit) {
    var shown = Cursors.page(visits, limit);
    var whom = citizens.all(work, shown.stream().map(Visit::citizenId).collect(Collectors.toSet()));
    var page =
        new VisitPage(
            shown.stream()
                .map(one -> view(work, one, Objects.requireNonNull(whom.get(one.citizenId()))))
                .toList());
    page.setNext(Cursors.next(visits, limit, one -> new Cursors(one.when().toString(), one.id())));
    return page;
  }

  Planned planned(VisitDraft draft) {
    return new Planned(
        mapper.record(draft.getContactType()),
        draft.getPlannedAt().toInstant(),
        draft.getMinutes());
  }

  Planned planned(VisitEdit edit) {
    return new Planned(
        mapper.record(edit.getContactType()), edit.getPlannedAt().toInstant(), edit.getMinutes());
  }

  Held held(VisitHeld held) {
    return new Held(
        mapper.record(held.getContactType()),
        held.getHeldAt().toInstant(),
        held.getMinutes(),
        held.getNote());
  }

  Held held(HeldVisitDraft draft) {
    return new Held(
        mapper.record(draft.getContactType()),
        draft.getHeldAt().toInstant(),
        draft.getMinutes(),
        draft.getNote());
  }

  dk.genvej.api.model.Visit view(Work work, Visit visit, Citizen citizen) {
    var view =
        new dk.genvej.api.model.Visit(
            visit.id(),
            visit.version(),
            visit.courseId(),
            CitizenViews.ref(citizen),
            mapper.view(visit.state()),
            mapper.view(visit.contactType()),
            refs.stamp(work, visit.stamp()));
    view.setAddress(CitizenViews.address(work, citizen));
    view.setPlannedAt(Refs.timeOrNull(visit.plannedAt()));
    view.setPlannedMinutes(visit.plannedMinutes());
    view.setHeldAt(Refs.timeOrNull(visit.heldAt()));
    view.setMinutes(visit.minutes());
    view.setNote(visit.note());
    view.setCancelledReason(visit.cancelReason());
    view.setAnnulled(
        refs.annulment(work, visit.annulledAt(), visit.annulledBy(), visit.annulledReason()));
    return view;
  }
}
