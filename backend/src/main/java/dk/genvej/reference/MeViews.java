package dk.genvej.reference;

import dk.genvej.api.model.Me;
import dk.genvej.api.model.Municipality;
import dk.genvej.api.model.Role;
import dk.genvej.api.model.RoleBinding;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;

/** Who the caller is to the server, and which day it counts from. */
@Singleton
class MeViews {

  private static final String API_VERSION = "0.1.0";

  private final Refs refs;
  private final MunicipalityRepository municipalities;

  MeViews(Refs refs, MunicipalityRepository municipalities) {
    this.refs = refs;
    this.municipalities = municipalities;
  }

  Me me(Work work) {
    var actor = work.actor();
    int code = work.municipality();
    return new Me(
        actor.userId(),
        actor.name(),
        new Municipality("%04d".formatted(code), municipalities.name(code).name()),
        actor.assignments().stream()
            .filter(held -> !work.units().subtree(held.unitId()).isEmpty())
            .map(
                held ->
                    new RoleBinding(
                        Role.fromValue(held.role().name()), refs.unit(work, held.unitId())))
            .toList(),
        work.today(),
        Refs.time(work.now()),
        API_VERSION);
  }
}
