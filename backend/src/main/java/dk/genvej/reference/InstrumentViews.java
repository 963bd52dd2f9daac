package dk.genvej.reference;

import dk.genvej.api.model.InstrumentPage;
import dk.genvej.api.model.InstrumentScale;
import dk.genvej.api.model.ScaleDirection;
import dk.genvej.api.model.ScaleScoring;
import dk.genvej.api.model.Scorer;
import dk.genvej.goal.ChangeThatMatters;
import dk.genvej.goal.Instrument;
import dk.genvej.goal.InstrumentRegistry;
import dk.genvej.goal.Scale;
import dk.genvej.http.Language;
import dk.genvej.http.Pages;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry of instruments, by code. */
@Singleton
class InstrumentViews {

  private final InstrumentRegistry registry;

  InstrumentViews(InstrumentRegistry registry) {
    this.registry = registry;
  }

  InstrumentPage page(@Nullable String cursor, @Nullable Integer limit) {
    var page = Pages.of(sorted(), cursor, limit, one -> one.code() + " " + one.version());
    return new InstrumentPage(page.items().stream().map(InstrumentViews::view).toList())
        .next(page.next());
  }

  List<dk.genvej.api.model.Instrument> all() {
    return sorted().stream().map(InstrumentViews::view).toList();
  }

  private List<Instrument> sorted() {
    return registry.instruments().all().stream()
        .sorted(Comparator.comparing(Instrument::code).thenComparing(Instrument::version))
        .toList();
  }

  private static dk.genvej.api.model.Instrument view(Instrument one) {
    var view =
        new dk.genvej.api.model.Instrument(
            one.code(),
            one.version(),
            Language.text(one.title()),
            one.scales().stream().map(scale -> scale(one, scale)).toList(),
            one.itemsMinimum(),
            one.itemsMaximum(),
            one.scorers().stream().sorted().map(s -> Scorer.fromValue(s.name())).toList(),
            one.source());
    view.setCaution(Optional.ofNullable(one.caution()).map(Language::text).orElse(null));
    return view;
  }

  private static InstrumentScale scale(Instrument one, Scale scale) {
    var view =
        new InstrumentScale(
                scale.code(),
                Language.text(scale.title()),
                scale.minimum(),
                scale.precision(),
                ScaleDirection.fromValue(scale.direction().name()),
                ScaleScoring.fromValue(scale.scoring().name()))
            .maximum(scale.maximum())
            .unit(scale.unit());
    threshold(one, scale)
        .ifPresent(change -> view.threshold(change.amount()).thresholdSource(source(change)));
    return view;
  }

  /** The first in the registry that is told in the scale's own points. */
  private static Optional<ChangeThatMatters> threshold(Instrument one, Scale scale) {
    return one.changesThatMatter().stream()
        .filter(change -> change.scales().contains(scale.code()))
        .filter(change -> change.unit() == ChangeThatMatters.Unit.POINTS)
        .findFirst();
  }

  private static String source(ChangeThatMatters change) {
    return change.source() + " (" + Language.text(change.population()) + ")";
  }
}
