package dk.genvej.imports;

import dk.genvej.citizen.Citizen;
import dk.genvej.citizen.CitizenBatch;
import dk.genvej.citizen.CitizenBatch.Entry;
import dk.genvej.citizen.CitizenBatch.Known;
import dk.genvej.citizen.CitizenDetails;
import dk.genvej.citizen.Flags;
import dk.genvej.followup.FollowUps;
import dk.genvej.followup.TaskKind;
import dk.genvej.followup.Tasks;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Citizens, found again by the record system's key and never by name or number. */
@Singleton
class CitizenImport implements RowImport<CitizenRow> {

  private final CitizenBatch citizens;
  private final ImportedRowRepository rows;
  private final Tasks tasks;
  private final FollowUps followUps;

  CitizenImport(
      CitizenBatch citizens, ImportedRowRepository rows, Tasks tasks, FollowUps followUps) {
    this.citizens = citizens;
    this.rows = rows;
    this.tasks = tasks;
    this.followUps = followUps;
  }

  @Override
  public CitizenRow read(Fields fields, Surroundings around) {
    return new CitizenReader(fields, around).row();
  }

  /**
   * A number that stands twice, or belongs to another citizen already, is never guessed about: two
   * records of one citizen are merged by a human (R85).
   */
  @Override
  public List<Fault> judge(Work work, List<CitizenRow> read, Map<String, ImportedRow> known) {
    var owners = citizens.byMarks(work, read.stream().map(CitizenRow::cprMark).toList());
    var linked = known.values().stream().map(ImportedRow::recordId).collect(Collectors.toSet());
    var outdated = ofMerged(work, read);
    var seen = new HashSet<String>();
    var citizensSeen = new HashSet<UUID>();
    var faults = new ArrayList<Fault>();
    for (var row : read) {
      var here = known.get(row.key());
      if (!seen.add(row.cprMark())) {
        faults.add(new Fault(row.line(), "cpr", FaultKind.CPR_TWICE));
      } else if (here != null
          && !outdated.contains(row.cprMark())
          && !citizensSeen.add(here.recordId())) {
        faults.add(new Fault(row.line(), "borger_id", FaultKind.CITIZEN_TWICE));
      } else if (ofAnother(owners.get(row.cprMark()), known.get(row.key()), linked)) {
        faults.add(new Fault(row.line(), "cpr", FaultKind.CPR_OF_ANOTHER));
      }
    }
    return faults;
  }

  private static boolean ofAnother(
      @Nullable UUID owner, @Nullable ImportedRow known, Set<UUID> linked) {
    if (owner == null) {
      return false;
    }
    return known == null ? linked.contains(owner) : !known.recordId().equals(owner);
  }

  @Override
  public Map<String, UUID> alreadyHere(Work work, List<CitizenRow> unlinked) {
    var owners = citizens.byMarks(work, unlinked.stream().map(CitizenRow::cprMark).toList());
    var here = new HashMap<String, UUID>();
    for (var row : unlinked) {
      var owner = owners.get(row.cprMark());
      if (owner != null) {
        here.put(row.key(), owner);
      }
    }
    return here;
  }

  @Override
  public int add(Work work, List<Target<CitizenRow>> fresh) {
    citizens.register(work, fresh.stream().map(target -> entry(target, null)).toList());
    return fresh.stream().mapToInt(target -> raise(work, target, null)).sum();
  }

  /**
   * The numbers of records that were merged here and not yet there: what such a line says is older
   * than the merge.
   */
  private Set<String> ofMerged(Work work, List<CitizenRow> rows) {
    return citizens.ofMerged(work, rows.stream().map(CitizenRow::cprMark).toList());
  }

  @Override
  public Tally change(Work work, List<Target<CitizenRow>> all) {
    var outdated = ofMerged(work, all.stream().map(Target::row).toList());
    var changed = all.stream().filter(one -> !outdated.contains(one.row().cprMark())).toList();
    var ids = changed.stream().map(Target::recordId).toList();
    RowImport.lock(work, Set.copyOf(ids));
    var known = citizens.find(work, ids);
    int versions =
        citizens.change(
            work, changed.stream().map(target -> entry(target, here(known, target))).toList());
    int raised =
        changed.stream()
            .mapToInt(target -> raise(work, target, here(known, target).citizen()))
            .sum();
    return new Tally(0, versions, all.size() - versions, 0, raised);
  }

  @Override
  public List<Standing> standing(Work work, LocalDate asOf) {
    return rows.all(work.municipality(), FileKind.CITIZENS.name()).stream()
        .filter(row -> row.absentSince() == null)
        .map(row -> new Standing(row.externalKey(), row.recordId(), row.recordId()))
        .toList();
  }

  private static Known here(Map<UUID, Known> known, Target<CitizenRow> target) {
    return Objects.requireNonNull(known.get(target.recordId()), "an imported citizen");
  }

  /**
   * Asks a visitator about what is news. They decide what becomes of the citizen's course; the file
   * stops nothing. What was to be followed up after a death is not (O16).
   *
   * @return how many tasks that raised
   */
  private int raise(Work work, Target<CitizenRow> target, @Nullable Citizen current) {
    int raised = 0;
    if (target.row().diedOn() != null && (current == null || current.diedOn() == null)) {
      raised += raise(work, TaskKind.CITIZEN_DIED, target);
      followUps.cancelOfCitizen(work, target.recordId());
    }
    if (target.row().movedAwayOn() != null && (current == null || current.movedAwayOn() == null)) {
      raised += raise(work, TaskKind.CITIZEN_MOVED, target);
    }
    return raised;
  }

  private int raise(Work work, TaskKind kind, Target<CitizenRow> target) {
    return tasks.raise(work, kind, target.recordId(), null) ? 1 : 0;
  }

  /** What the file tells of, over what is known. */
  private static Entry entry(Target<CitizenRow> target, @Nullable Known known) {
    var row = target.row();
    var current = known == null ? null : known.citizen();
    var told = row.columns();
    return new Entry(
        target.recordId(),
        row.cpr(),
        row.birthDate(),
        current == null ? row.details() : merged(told, row.details(), current),
        told.contains("leverandør") || known == null ? row.servingUnitId() : known.servingUnitId(),
        told.contains("død") || current == null ? row.diedOn() : current.diedOn(),
        told.contains("fraflyttet") || current == null ? row.movedAwayOn() : current.movedAwayOn());
  }

  private static CitizenDetails merged(Set<String> told, CitizenDetails file, Citizen here) {
    return new CitizenDetails(
        file.name(),
        told.contains("vej") ? file.street() : here.street(),
        told.contains("postnr") ? file.postalCode() : here.postalCode(),
        told.contains("by") ? file.city() : here.city(),
        told.contains("telefon") ? file.phone() : here.phone(),
        told.contains("beskyttet_fra") ? file.protectedFrom() : here.protectedFrom(),
        told.contains("beskyttet_fra") ? file.protectedUntil() : here.protectedUntil(),
        file.careAreaId(),
        told.contains("visitator") ? file.responsibleVisitatorId() : here.responsibleVisitatorId(),
        merged(told, file.flags(), here.flags()));
  }

  private static Flags merged(Set<String> told, Flags file, Flags here) {
    return new Flags(
        told.contains("tolkesprog") ? file.interpreterLanguage() : here.interpreterLanguage(),
        (told.contains("hørenedsættelse") ? file : here).hearingImpaired(),
        (told.contains("synsnedsættelse") ? file : here).visionImpaired(),
        (told.contains("fritaget_digital_post") ? file : here).exemptFromDigitalPost(),
        (told.contains("bor_alene") ? file : here).livesAlone(),
        (told.contains("nedsat_habilitet") ? file : here).reducedCapacity());
  }
}
