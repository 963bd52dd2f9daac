package dk.genvej.reference;

import dk.genvej.api.ReferenceApi;
import dk.genvej.api.model.CodePage;
import dk.genvej.api.model.CodeSystem;
import dk.genvej.api.model.InstrumentPage;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.api.model.Me;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class ReferenceController implements ReferenceApi {

  private final Edge edge;
  private final MeViews me;
  private final InstrumentViews instruments;
  private final CodeViews codes;

  ReferenceController(Edge edge, MeViews me, InstrumentViews instruments, CodeViews codes) {
    this.edge = edge;
    this.me = me;
    this.instruments = instruments;
    this.codes = codes;
  }

  @Override
  public Me whoAmI() {
    return edge.read(me::me);
  }

  @Override
  public InstrumentPage listInstruments(@Nullable String cursor, @Nullable Integer limit) {
    return edge.read(_ -> instruments.page(cursor, limit));
  }

  @Override
  public CodePage listCodes(
      CodeSystem system,
      @Nullable LocalDate validOn,
      @Nullable LegalBasis legalBasis,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(work -> codes.page(work, system, validOn, legalBasis, cursor, limit));
  }
}
