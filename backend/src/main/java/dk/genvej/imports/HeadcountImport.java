package dk.genvej.imports;

import dk.genvej.access.Unit;
import dk.genvej.access.UnitKind;
import dk.genvej.audit.Change;
import dk.genvej.imports.HeadcountRepository.Kept;
import dk.genvej.work.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts of people of one kind (R76). A count that is told anew is corrected in place. */
final class HeadcountImport implements RowImport<HeadcountRow> {

  /** O10 counts those of 65 and more. */
  private static final int USUAL_AGE = 65;

  private static final int OLDEST = 120;
  private static final int MOST_PEOPLE = 2_000_000;
  private static final UUID NO_DISTRICT = new UUID(0, 0);

  private final Headcount.Kind kind;
  private final HeadcountRepository counts;

  HeadcountImport(Headcount.Kind kind, HeadcountRepository counts) {
    this.kind = kind;
    this.counts = counts;
  }

  @Override
  public HeadcountRow read(Fields fields, Surroundings around) {
    var name = fields.text("distrikt", 100);
    var district = around.unit(fields, "distrikt", name, countable(around));
    var day = fields.date("opgjort");
    if (day.isAfter(around.asOf())) {
      fields.fault("opgjort", FaultKind.DATE_IN_FUTURE);
    }
    int age = fields.whole("alder_fra", USUAL_AGE, 0, OLDEST);
    int people = fields.count(kind.column(), MOST_PEOPLE);
    var known = district != null && !day.equals(LocalDate.EPOCH);
    var key = known ? "%s %s %d+".formatted(district, day, age) : "";
    return new HeadcountRow(
        fields.line(), key, Objects.requireNonNullElse(district, NO_DISTRICT), day, age, people);
  }

  /** The total is the sum of the districts (O10); only where there are none is it told itself. */
  private static Set<UnitKind> countable(Surroundings around) {
    var parted =
        around.units().values().stream()
            .flatMap(List::stream)
            .map(Unit::kind)
            .anyMatch(UnitKind.DISTRICT::equals);
    return Set.of(parted ? UnitKind.DISTRICT : UnitKind.MUNICIPALITY);
  }

  @Override
  public int add(Work work, List<Target<HeadcountRow>> fresh) {
    var made = fresh.stream().map(target -> headcount(work, target, 1)).toList();
    counts.saveAll(made);
    made.forEach(one -> tell(work, one));
    return 0;
  }

  @Override
  public Tally change(Work work, List<Target<HeadcountRow>> changed) {
    var versions = versions(work, changed.stream().map(Target::recordId).toList());
    var next =
        changed.stream()
            .map(target -> headcount(work, target, after(versions, target.recordId())))
            .toList();
    counts.updateAll(next);
    next.forEach(one -> tell(work, one));
    return new Tally(0, next.size(), 0, 0, 0);
  }

  private Map<UUID, Integer> versions(Work work, List<UUID> ids) {
    return counts.versions(work.municipality(), ids).stream()
        .collect(Collectors.toMap(Kept::id, Kept::version));
  }

  private static int after(Map<UUID, Integer> versions, UUID id) {
    return Objects.requireNonNull(versions.get(id), "an imported count") + 1;
  }

  private Headcount headcount(Work work, Target<HeadcountRow> target, int version) {
    var row = target.row();
    return new Headcount(
        work.municipality(),
        target.recordId(),
        kind,
        row.districtId(),
        row.countedOn(),
        row.fromAge(),
        row.people(),
        version,
        work.actor().userId(),
        work.now());
  }

  private void tell(Work work, Headcount count) {
    work.changed(
        new Change(
            kind.event(), "headcount", count.id(), count.version(), null, null, work.now(), null));
  }
}
