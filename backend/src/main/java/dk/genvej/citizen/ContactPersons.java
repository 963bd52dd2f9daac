package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.access.Staff;
import dk.genvej.access.Verb;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who of the serving unit knows the citizen best (kontaktperson): the part of the care team that is
 * told. One relation each, which gives no access beside that of the unit.
 */
@Singleton
class ContactPersons {

  private final CareRelations relations;
  private final Staff staff;

  ContactPersons(CareRelations relations, Staff staff) {
    this.relations = relations;
    this.staff = staff;
  }

  /** From today on. */
  Written add(Work work, UUID record, UUID id, UUID userId) {
    var citizenId = lock(work, record);
    if (!ofServingUnit(work, citizenId, userId)) {
      throw RefusalException.of(Refusal.at("/userId", ProblemCode.CONTACT_PERSON_NOT_IN_UNIT));
    }
    if (relations.ofCitizen(work, citizenId).stream()
        .anyMatch(one -> holds(work, one) && one.scopeId().equals(userId))) {
      throw RefusalException.of(ProblemCode.CONTACT_PERSON_ALREADY);
    }
    var added =
        relations.open(work, id, citizenId, null, RelationKind.CONTACT, userId, work.today());
    return new Written(added.id(), added.version());
  }

  /** Today is the first day without. */
  Written end(Work work, UUID record, UUID id) {
    var citizenId = lock(work, record);
    var standing =
        relations.ofCitizen(work, citizenId).stream()
            .filter(one -> one.id().equals(id) && one.kind() == RelationKind.CONTACT)
            .findFirst()
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    if (!holds(work, standing)) {
      throw RefusalException.of(ProblemCode.CONTACT_PERSON_ENDED);
    }
    relations.end(work, citizenId, work.today(), one -> one.id().equals(id));
    return new Written(id, standing.version() + 1);
  }

  private static UUID lock(Work work, UUID record) {
    var citizenId = work.lock("citizen", record);
    work.require(Verb.APPOINT_CONTACT, citizenId, null);
    return citizenId;
  }

  private static boolean holds(Work work, CareRelation relation) {
    return relation.kind() == RelationKind.CONTACT && relation.covers(work.today());
  }

  private boolean ofServingUnit(Work work, UUID citizenId, UUID userId) {
    var serving = relations.servingUnit(work, citizenId, work.today());
    return serving != null
        && Stream.of(Role.CARE_STAFF, Role.NURSE, Role.SUPPLIER)
            .flatMap(role -> staff.unitsOf(work.municipality(), userId, role).stream())
            .anyMatch(unit -> work.units().subtree(unit).contains(serving));
  }
}
