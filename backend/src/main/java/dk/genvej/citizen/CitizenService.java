package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.access.Staff;
import dk.genvej.access.UnitKind;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases about who the citizen is, where they live and who serves them. */
@Singleton
public class CitizenService {

  private static final int MOST_HITS = 50;

  private final CitizenRepository citizens;
  private final CareRelations relations;
  private final CprVault vault;
  private final Staff staff;

  CitizenService(CitizenRepository citizens, CareRelations relations, CprVault vault, Staff staff) {
    this.citizens = citizens;
    this.relations = relations;
    this.vault = vault;
    this.staff = staff;
  }

  /** A citizen at the first contact. Birth date is what was told, as a CPR may be a replacement. */
  public Written register(
      Work work, UUID id, Cpr cpr, LocalDate birthDate, CitizenDetails details) {
    requireFit(work, details);
    work.open(id);
    relations.open(work, id, null, RelationKind.AREA, details.careAreaId(), work.today());
    int municipality = work.municipality();
    var citizen =
        Citizens.of(
            municipality,
            id,
            vault.sealed(municipality, id, cpr),
            birthDate,
            details,
            work.stamp(null));
    citizens.save(citizen);
    work.require(Verb.EDIT_CITIZEN, id, null);
    return tell(work, "CitizenRegistered", citizen);
  }

  public Written update(Work work, UUID id, CitizenDetails details) {
    var current = lockForEdit(work, id, Verb.EDIT_CITIZEN);
    requireFit(work, details);
    if (!current.careAreaId().equals(details.careAreaId())) {
      var whom = current.id();
      relations.end(work, whom, work.today(), r -> r.kind() == RelationKind.AREA);
      relations.open(work, whom, null, RelationKind.AREA, details.careAreaId(), work.today());
    }
    return save(work, "CitizenChanged", Citizens.with(current, details, work.stamp(null)));
  }

  public Written setFlags(Work work, UUID id, Flags flags) {
    var current = lockForEdit(work, id, Verb.EDIT_FLAGS);
    return save(work, "CitizenChanged", Citizens.with(current, flags, work.stamp(null)));
  }

  /**
   * From that day the unit serves the citizen; the one before has access to the midnight before.
   */
  public Written changeServingUnit(
      Work work, UUID citizenId, UUID id, UUID unitId, LocalDate from) {
    var whom = work.lock("citizen", citizenId);
    work.require(Verb.EDIT_CITIZEN, whom, null);
    requireKind(work, unitId, Set.of(UnitKind.CARE_TEAM, UnitKind.SUPPLIER), "/unitId");
    if (relations.ofCitizen(work, whom).stream()
        .anyMatch(
            r ->
                r.kind() == RelationKind.SERVING
                    && r.fromDay().equals(from)
                    && r.beforeDay() == null)) {
      throw RefusalException.of(ProblemCode.SERVING_UNIT_DATE_TAKEN);
    }
    relations.end(work, whom, from, r -> r.kind() == RelationKind.SERVING);
    var opened = relations.open(work, id, whom, null, RelationKind.SERVING, unitId, from);
    return new Written(id, opened.version());
  }

  /** NOT_FOUND when absent or out of scope; the citizen is disclosed. */
  public Citizen get(Work work, UUID id) {
    var citizen =
        citizens
            .find(work.municipality(), id)
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    work.require(Verb.READ_CITIZEN, citizen.id(), null);
    work.disclose(citizen.id());
    return citizen;
  }

  /** Without asking or disclosing, for use cases that asked; NOT_FOUND when out of scope. */
  public Citizen find(Work work, UUID id) {
    return citizens
        .find(work.municipality(), id)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  /** At most {@value #MOST_HITS} and one more, so that a caller sees that there are more. */
  public List<Citizen> byName(Work work, String term) {
    return found(work, citizens.byName(work.municipality(), NameKey.of(term), MOST_HITS + 1));
  }

  public List<Citizen> byBirthDate(Work work, LocalDate birthDate) {
    return found(work, citizens.byBirthDate(work.municipality(), birthDate, MOST_HITS + 1));
  }

  public List<Citizen> byCpr(Work work, Cpr cpr) {
    return found(work, citizens.byCpr(work.municipality(), vault.index(work.municipality(), cpr)));
  }

  /** Those of the ids that are in scope, by id; whoever asks discloses them. */
  public Map<UUID, Citizen> all(Work work, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : citizens.all(work.municipality(), ArrayText.of(ids)).stream()
            .collect(Collectors.toMap(Citizen::id, Function.identity()));
  }

  /** The number itself, for whoever decides about the citizen. */
  public Cpr cpr(Citizen citizen) {
    return vault.open(citizen);
  }

  private List<Citizen> found(Work work, List<Citizen> hits) {
    work.discloseAll(hits.stream().limit(MOST_HITS).map(Citizen::id).toList());
    return hits;
  }

  private Citizen lockForEdit(Work work, UUID id, Verb verb) {
    var whom = work.lock("citizen", id);
    work.require(verb, whom, null);
    var current = citizens.find(work.municipality(), whom).orElseThrow();
    work.requireBase(current.version());
    return current;
  }

  private Written save(Work work, String kind, Citizen citizen) {
    citizens.update(citizen);
    return tell(work, kind, citizen);
  }

  static Written tell(Work work, String kind, Citizen citizen) {
    return tell(work, kind, citizen, null);
  }

  static Written tell(Work work, String kind, Citizen citizen, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "citizen",
            citizen.id(),
            citizen.version(),
            citizen.id(),
            null,
            citizen.stamp().happenedAt(),
            reason));
    return new Written(citizen.id(), citizen.version());
  }

  void requireFit(Work work, CitizenDetails details) {
    requireKind(
        work,
        details.careAreaId(),
        Set.of(UnitKind.CARE_AREA, UnitKind.MUNICIPALITY),
        "/careAreaId");
    var visitator = details.responsibleVisitatorId();
    if (visitator != null) {
      staff.requireRole(work.municipality(), visitator, Role.VISITATOR, "/responsibleVisitatorId");
    }
    var until = details.protectedUntil();
    if (until != null
        && details.protectedFrom() != null
        && until.isBefore(details.protectedFrom())) {
      throw RefusalException.of(
          Refusal.at("/addressProtection/until", ProblemCode.PERIOD_REVERSED));
    }
  }

  private static void requireKind(Work work, UUID unitId, Set<UnitKind> kinds, String pointer) {
    if (!kinds.contains(work.units().get(unitId).kind())) {
      throw RefusalException.of(Refusal.at(pointer, ProblemCode.UNIT_KIND_WRONG));
    }
  }
}
