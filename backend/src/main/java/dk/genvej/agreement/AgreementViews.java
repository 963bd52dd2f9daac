package dk.genvej.agreement;

import dk.genvej.api.model.AgreementDraft;
import dk.genvej.api.model.AgreementEdit;
import dk.genvej.api.model.AgreementPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Agreements as the API shows them, and as it sends them. */
@Singleton
class AgreementViews {

  private final AgreementMapper mapper;
  private final Refs refs;

  AgreementViews(AgreementMapper mapper, Refs refs) {
    this.mapper = mapper;
    this.refs = refs;
  }

  AgreementPage page(Work work, List<Agreement> rows, int limit) {
    var page =
        new AgreementPage(Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList());
    page.setNext(Cursors.next(rows, limit, one -> new Cursors(one.place(work.today()), one.id())));
    return page;
  }

  AgreementTerms terms(AgreementDraft draft) {
    return new AgreementTerms(
        mapper.record(draft.getActorRole()),
        draft.getUnitId(),
        draft.getAction(),
        draft.getTimesPerWeek(),
        draft.getFrom(),
        draft.getUntil());
  }

  AgreementTerms terms(AgreementEdit edit) {
    return new AgreementTerms(
        mapper.record(edit.getActorRole()),
        edit.getUnitId(),
        edit.getAction(),
        edit.getTimesPerWeek(),
        edit.getFrom(),
        edit.getUntil());
  }

  dk.genvej.api.model.Agreement view(Work work, Agreement agreement) {
    var view =
        new dk.genvej.api.model.Agreement(
            agreement.id(),
            agreement.version(),
            agreement.courseId(),
            mapper.view(agreement.actorRole()),
            agreement.action(),
            agreement.timesPerWeek(),
            agreement.fromDay(),
            agreement.lastDay(),
            refs.stamp(work, agreement.stamp()));
    view.setUnit(refs.unitOrNull(work, agreement.unitId()));
    view.setEndedReason(agreement.endReason());
    return view;
  }
}
