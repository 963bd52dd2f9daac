package dk.genvej.agreement;

import dk.genvej.api.model.RegistrationPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Registrations as the API shows them. */
@Singleton
class RegistrationViews {

  private final AgreementMapper mapper;
  private final Refs refs;

  RegistrationViews(AgreementMapper mapper, Refs refs) {
    this.mapper = mapper;
    this.refs = refs;
  }

  RegistrationPage page(Work work, List<Registration> rows, int limit) {
    return new RegistrationPage(
            Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList())
        .next(Cursors.next(rows, limit, one -> new Cursors(one.happenedAt().toString(), one.id())));
  }

  dk.genvej.api.model.Registration view(Work work, Registration one) {
    return new dk.genvej.api.model.Registration(
            one.id(),
            one.version(),
            one.agreementId(),
            mapper.view(one.outcome()),
            Refs.time(one.happenedAt()),
            refs.stamp(work, one.stamp()))
        .note(one.note())
        .annulled(refs.annulment(work, one.annulledAt(), one.annulledBy(), one.annulledReason()));
  }
}
