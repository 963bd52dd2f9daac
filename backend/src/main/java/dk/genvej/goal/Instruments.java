package dk.genvej.goal;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.HashSet;
import java.util.List;

/** The registry of instruments; each code and version stands in it once. */
public record Instruments(List<Instrument> all) {

  public Instruments {
    all = List.copyOf(all);
    var seen = new HashSet<List<String>>();
    for (var instrument : all) {
      if (!seen.add(List.of(instrument.code(), instrument.version()))) {
        throw new IllegalArgumentException("twice in the registry: " + instrument.code());
      }
    }
  }

  public Ruling<Instrument> find(String code, String version) {
    return all.stream()
        .filter(one -> one.code().equals(code) && one.version().equals(version))
        .findFirst()
        .map(Ruling::allow)
        .orElseGet(() -> Ruling.refuse(Refusal.at("/instrument", ProblemCode.UNKNOWN_INSTRUMENT)));
  }
}
