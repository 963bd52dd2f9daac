package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.access.Verb;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@link CitizenService} for many citizens in one transaction: the same checks, the
 * same records and changes, with the rows sent together.
 */
@Singleton
public class CitizenBatch {

  private final CitizenService service;
  private final CitizenRepository citizens;
  private final CareRelations relations;
  private final CprVault vault;

  CitizenBatch(
      CitizenService service, CitizenRepository citizens, CareRelations relations, CprVault vault) {
    this.service = service;
    this.citizens = citizens;
    this.relations = relations;
    this.vault = vault;
  }

  /** A citizen as another system knows them. */
  public record Entry(
      UUID id,
      Cpr cpr,
      LocalDate birthDate,
      CitizenDetails details,
      @Nullable UUID servingUnitId,
      @Nullable LocalDate diedOn,
      @Nullable LocalDate movedAwayOn) {}

  /** A citizen as known here, with the unit that serves them today. */
  public record Known(Citizen citizen, @Nullable UUID servingUnitId) {}

  /**
   * Stands for a CPR number where two are compared: keyed, so that it does not give the number
   * away.
   */
  public String mark(Work work, Cpr cpr) {
    return HexFormat.of().formatHex(vault.index(work.municipality(), cpr));
  }

  /** Whose numbers these marks stand for. */
  public Map<String, UUID> byMarks(Work work, Collection<String> marks) {
    var found = new HashMap<String, UUID>();
    citizens
        .byMarks(work.municipality(), String.join(",", marks))
        .forEach(line -> found.put(line.mark(), line.id()));
    return found;
  }

  /** Those of the marks that stand for the number of a record that was merged into another. */
  public Set<String> ofMerged(Work work, Collection<String> marks) {
    return citizens.byMarks(work.municipality(), String.join(",", marks)).stream()
        .filter(CitizenRepository.MarkLine::merged)
        .map(CitizenRepository.MarkLine::mark)
        .collect(Collectors.toSet());
  }

  /** Those of the ids that are known, and in scope. */
  public Map<UUID, Known> find(Work work, List<UUID> ids) {
    var found = new HashMap<UUID, Known>();
    if (!ids.isEmpty()) {
      var serving = new HashMap<UUID, UUID>();
      relations.serving(work, ids).stream()
          .filter(relation -> relation.covers(work.today()))
          .forEach(relation -> serving.put(relation.citizenId(), relation.scopeId()));
      citizens
          .of(work.municipality(), ids)
          .forEach(c -> found.put(c.id(), new Known(c, serving.get(c.id()))));
    }
    return found;
  }

  /** Registers citizens who are not known yet. */
  public void register(Work work, List<Entry> entries) {
    var opened = new ArrayList<CareRelation>();
    for (var entry : entries) {
      service.requireFit(work, entry.details());
      work.open(entry.id());
      opened.add(relation(work, entry, RelationKind.AREA, entry.details().careAreaId()));
      if (entry.servingUnitId() != null) {
        opened.add(relation(work, entry, RelationKind.SERVING, entry.servingUnitId()));
      }
    }
    relations.openAll(work, opened);
    var made = entries.stream().map(entry -> first(work, entry)).toList();
    citizens.saveAll(made);
    made.forEach(citizen -> work.require(Verb.EDIT_CITIZEN, citizen.id(), null));
    made.forEach(citizen -> CitizenService.tell(work, "CitizenRegistered", citizen));
  }

  /**
   * Makes known citizens what the entries say; one that is so already gets no new version.
   *
   * @return how many got one
   */
  public int change(Work work, List<Entry> entries) {
    var ids = entries.stream().map(Entry::id).sorted().toList();
    ids.forEach(work::lock);
    var known = find(work, ids);
    var next = new ArrayList<Citizen>();
    for (var entry : entries) {
      var current = Objects.requireNonNull(known.get(entry.id()), "an imported citizen is known");
      work.require(Verb.EDIT_CITIZEN, entry.id(), null);
      service.requireFit(work, entry.details());
      move(work, current, entry);
      var version = next(work, current.citizen(), entry);
      if (!same(current.citizen(), version)) {
        next.add(version);
      }
    }
    citizens.updateAll(next);
    next.forEach(citizen -> CitizenService.tell(work, "CitizenChanged", citizen));
    return next.size();
  }

  private void move(Work work, Known current, Entry entry) {
    var area = entry.details().careAreaId();
    if (!current.citizen().careAreaId().equals(area)) {
      replace(work, entry.id(), RelationKind.AREA, area);
    }
    if (!Objects.equals(current.servingUnitId(), entry.servingUnitId())) {
      replace(work, entry.id(), RelationKind.SERVING, entry.servingUnitId());
    }
  }

  private void replace(Work work, UUID id, RelationKind kind, @Nullable UUID scope) {
    relations.end(work, id, work.today(), relation -> relation.kind() == kind);
    if (scope != null) {
      relations.open(work, id, null, kind, scope, work.today());
    }
  }

  private static CareRelation relation(Work work, Entry entry, RelationKind kind, UUID scope) {
    return CareRelations.relation(work, Ids.next(), entry.id(), null, kind, scope, work.today());
  }

  private Citizen first(Work work, Entry entry) {
    return version(work, entry, sealed(work, entry), 1);
  }

  private Citizen next(Work work, Citizen current, Entry entry) {
    var index = vault.index(work.municipality(), entry.cpr());
    var kept = new SealedCpr(current.cprSealed(), current.cprIndex(), current.cprKey());
    var cpr = Arrays.equals(index, current.cprIndex()) ? kept : sealed(work, entry);
    return version(work, entry, cpr, current.version() + 1);
  }

  private static Citizen version(Work work, Entry entry, SealedCpr cpr, int version) {
    return Citizens.version(
        work.municipality(),
        entry.id(),
        cpr,
        entry.birthDate(),
        entry.details(),
        entry.diedOn(),
        entry.movedAwayOn(),
        version,
        work.stamp(null));
  }

  private SealedCpr sealed(Work work, Entry entry) {
    return vault.sealed(work.municipality(), entry.id(), entry.cpr());
  }

  private static boolean same(Citizen a, Citizen b) {
    return Arrays.equals(a.cprIndex(), b.cprIndex())
        && a.birthDate().equals(b.birthDate())
        && a.details().equals(b.details())
        && Objects.equals(a.diedOn(), b.diedOn())
        && Objects.equals(a.movedAwayOn(), b.movedAwayOn());
  }
}
