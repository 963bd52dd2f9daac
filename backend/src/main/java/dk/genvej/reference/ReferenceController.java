package dk.genvej.reference;

import dk.genvej.api.ReferenceApi;
import dk.genvej.api.model.CodePage;
import dk.genvej.api.model.CodeSystem;
import dk.genvej.api.model.InstrumentPage;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.api.model.Me;
import dk.genvej.api.model.Municipality;
import dk.genvej.api.model.Role;
import dk.genvej.api.model.RoleBinding;
import dk.genvej.http.Edge;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class ReferenceController implements ReferenceApi {

  private static final String API_VERSION = "0.1.0";

  private final Edge edge;
  private final Refs refs;
  private final MunicipalityRepository municipalities;

  ReferenceController(Edge edge, Refs refs, MunicipalityRepository municipalities) {
    this.edge = edge;
    this.refs = refs;
    this.municipalities = municipalities;
  }

  @Override
  public Me whoAmI() {
    return edge.read(this::me);
  }

  @Override
  public InstrumentPage listInstruments(@Nullable String cursor, @Nullable Integer limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CodePage listCodes(
      CodeSystem system,
      @Nullable LocalDate validOn,
      @Nullable LegalBasis legalBasis,
      @Nullable String cursor,
      @Nullable Integer limit) {
    throw new UnsupportedOperationException();
  }

  private Me me(Work work) {
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
