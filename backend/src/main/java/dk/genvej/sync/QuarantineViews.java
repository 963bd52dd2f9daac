package dk.genvej.sync;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.MutationPath;
import dk.genvej.api.model.QuarantineReason;
import dk.genvej.api.model.Quarantined;
import dk.genvej.api.model.QuarantinedPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.sync.QuarantineRepository.Line;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waiting writes as the API shows them. */
@Singleton
class QuarantineViews {

  private final Refs refs;

  QuarantineViews(Refs refs) {
    this.refs = refs;
  }

  QuarantinedPage page(Work work, List<Line> rows, int limit) {
    return new QuarantinedPage(
            Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList())
        .next(Cursors.next(rows, limit, one -> new Cursors(one.receivedAt().toString(), one.id())));
  }

  private Quarantined view(Work work, Line one) {
    var view =
        new Quarantined(
                one.id(),
                one.version(),
                one.operation(),
                refs.user(work, one.userId()),
                QuarantineReason.fromValue(one.reason()),
                Refs.time(one.recordedAt()),
                Refs.time(one.receivedAt()))
            .assignedTo(refs.userOrNull(work, one.assignedTo()));
    view.setCitizen(citizen(one));
    view.setPath(path(one));
    view.setBody(one.bodyText() == null ? null : KeptMutation.body(one.bodyText()));
    return view;
  }

  private static @Nullable MutationPath path(Line one) {
    return KeptMutation.path(one.pathText());
  }

  private static @Nullable CitizenRef citizen(Line one) {
    var id = one.citizenId();
    var name = one.name();
    var born = one.birthDate();
    return id == null || name == null || born == null ? null : new CitizenRef(id, name, born);
  }
}
