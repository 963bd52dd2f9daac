package dk.genvej.agreement;

import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;

/** Who does what, and what became of it. */
@Singleton
class AgreementPart implements SyncedPart {

  private final AgreementRepository agreements;
  private final RegistrationNewsRepository registrations;
  private final AgreementViews views;
  private final Refs refs;

  AgreementPart(
      AgreementRepository agreements,
      RegistrationNewsRepository registrations,
      AgreementViews views,
      Refs refs) {
    this.agreements = agreements;
    this.registrations = registrations;
    this.views = views;
    this.refs = refs;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news = page.everybody();
    news.read((whom, courses, seqs) -> agreements.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addAgreementsItem(views.view(work, one)));
    news.read((whom, courses, seqs) -> registrations.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addRegistrationsItem(view(work, one)));
  }

  private dk.genvej.api.model.Registration view(Work work, Registration one) {
    return new dk.genvej.api.model.Registration(
            one.id(),
            one.version(),
            one.agreementId(),
            dk.genvej.api.model.RegistrationOutcome.fromValue(one.outcome().name()),
            Refs.time(one.happenedAt()),
            refs.stamp(work, one.stamp()))
        .note(one.note())
        .annulled(refs.annulment(work, one.annulledAt(), one.annulledBy(), one.annulledReason()));
  }
}
