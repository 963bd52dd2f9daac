package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.api.model.Address;
import dk.genvej.api.model.AddressProtection;
import dk.genvej.api.model.CitizenDraft;
import dk.genvej.api.model.CitizenEdit;
import dk.genvej.api.model.CitizenFlags;
import dk.genvej.api.model.CitizenHit;
import dk.genvej.api.model.CitizenHits;
import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.ContactPerson;
import dk.genvej.api.model.CourseRef;
import dk.genvej.api.model.CourseState;
import dk.genvej.api.model.ServingUnit;
import dk.genvej.api.model.SyncedPerson;
import dk.genvej.http.Refs;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The citizen as the API shows it, and as it sends it. */
@Singleton
public class CitizenViews {

  private static final int MOST_HITS = 50;

  /** Those who come in the home, and the authority: they see a protected address. */
  private static final Set<Role> AT_THE_DOOR =
      Set.of(Role.THERAPIST, Role.CARE_STAFF, Role.NURSE, Role.SUPPLIER, Role.VISITATOR);

  private final CitizenRepository repository;
  private final CitizenService citizens;
  private final CareRelations relations;
  private final CitizenMapper mapper;
  private final Refs refs;

  CitizenViews(
      CitizenRepository repository,
      CitizenService citizens,
      CareRelations relations,
      CitizenMapper mapper,
      Refs refs) {
    this.repository = repository;
    this.citizens = citizens;
    this.relations = relations;
    this.mapper = mapper;
    this.refs = refs;
  }

  public static CitizenRef ref(Citizen citizen) {
    return new CitizenRef(citizen.id(), citizen.name(), citizen.birthDate());
  }

  /** Null when it is protected today and not for this actor, or not known. */
  public static @Nullable Address address(Work work, Citizen citizen) {
    return citizen.addressProtected(work.today()) && !atTheDoor(work) ? null : address(citizen);
  }

  CitizenHits hits(Work work, List<Citizen> found) {
    var shown = found.stream().limit(MOST_HITS).toList();
    var ids = shown.stream().map(Citizen::id).toList();
    var courses = courses(work, ids);
    var serving = ids.isEmpty() ? List.<CareRelation>of() : relations.serving(work, ids);
    return new CitizenHits(
        shown.stream().map(one -> hit(work, one, courses, serving)).toList(),
        found.size() > MOST_HITS);
  }

  dk.genvej.api.model.Citizen whole(Work work, Citizen citizen) {
    var ids = List.of(citizen.id());
    var all = relations.ofCitizen(work, citizen.id());
    var view =
        new dk.genvej.api.model.Citizen(
            citizen.id(),
            citizen.version(),
            citizen.name(),
            citizen.birthDate(),
            citizen.addressProtected(work.today()),
            refs.unit(work, citizen.careAreaId()),
            of(all, RelationKind.SERVING).map(one -> serving(work, one)).toList(),
            mapper.view(citizen.flags()),
            refs(courses(work, ids), citizen.id()),
            refs.stamp(work, citizen.stamp()));
    if (work.actor().has(Role.VISITATOR)) {
      view.setCpr(citizens.cpr(citizen).digits());
    }
    view.setContactPersons(of(all, RelationKind.CONTACT).map(one -> contact(work, one)).toList());
    view.setAddress(address(work, citizen));
    view.setAddressProtection(protection(citizen));
    view.setPhone(citizen.phone());
    view.setResponsibleVisitator(refs.userOrNull(work, citizen.responsibleVisitatorId()));
    view.setDiedOn(citizen.diedOn());
    view.setMovedAwayOn(citizen.movedAwayOn());
    return view;
  }

  /** As somebody needs it who comes to the door. */
  SyncedPerson person(Work work, Citizen citizen, @Nullable List<CareRelation> serving) {
    var units = Objects.requireNonNullElse(serving, List.<CareRelation>of());
    return new SyncedPerson(
            citizen.id(),
            citizen.version(),
            citizen.name(),
            citizen.birthDate(),
            refs.unit(work, citizen.careAreaId()),
            units.stream().map(one -> serving(work, one)).toList(),
            mapper.view(citizen.flags()),
            refs.stamp(work, citizen.stamp()))
        .address(address(work, citizen))
        .addressProtection(protection(citizen))
        .phone(citizen.phone())
        .responsibleVisitator(refs.userOrNull(work, citizen.responsibleVisitatorId()))
        .diedOn(citizen.diedOn())
        .movedAwayOn(citizen.movedAwayOn());
  }

  CitizenDetails details(CitizenDraft draft) {
    return details(
        new CitizenEdit(
                draft.getName(),
                draft.getAddress(),
                draft.getCareAreaId(),
                draft.getFlags(),
                draft.getResponsibleVisitatorId())
            .addressProtection(draft.getAddressProtection())
            .phone(draft.getPhone()));
  }

  CitizenDetails details(CitizenEdit edit) {
    var address = edit.getAddress();
    var protection = edit.getAddressProtection();
    return new CitizenDetails(
        edit.getName(),
        address.getStreet(),
        address.getPostCode(),
        address.getCity(),
        edit.getPhone(),
        protection == null ? null : protection.getFrom(),
        protection == null ? null : protection.getUntil(),
        edit.getCareAreaId(),
        edit.getResponsibleVisitatorId(),
        mapper.record(edit.getFlags()));
  }

  Flags flags(CitizenFlags flags) {
    return mapper.record(flags);
  }

  private CitizenHit hit(
      Work work,
      Citizen citizen,
      List<CitizenRepository.CourseLine> courses,
      List<CareRelation> serving) {
    var view =
        new CitizenHit(
            citizen.id(),
            citizen.name(),
            citizen.birthDate(),
            citizen.addressProtected(work.today()),
            refs.unit(work, citizen.careAreaId()),
            refs(courses, citizen.id()));
    serving.stream()
        .filter(one -> one.citizenId().equals(citizen.id()) && one.covers(work.today()))
        .findFirst()
        .ifPresent(one -> view.setServingUnit(refs.unit(work, one.scopeId())));
    return view;
  }

  private List<CitizenRepository.CourseLine> courses(Work work, List<UUID> ids) {
    return ids.isEmpty() ? List.of() : repository.courses(work.municipality(), ids);
  }

  private static List<CourseRef> refs(List<CitizenRepository.CourseLine> courses, UUID citizenId) {
    return courses.stream()
        .filter(one -> one.citizenId().equals(citizenId))
        .map(
            one ->
                new CourseRef(one.id(), CourseState.fromValue(one.state()))
                    .startedOn(one.startedOn())
                    .endedOn(one.endedOn()))
        .toList();
  }

  private static Stream<CareRelation> of(List<CareRelation> relations, RelationKind kind) {
    return relations.stream().filter(one -> one.kind() == kind);
  }

  private ContactPerson contact(Work work, CareRelation relation) {
    return new ContactPerson(relation.id(), refs.user(work, relation.scopeId()), relation.fromDay())
        .until(lastDay(relation));
  }

  private ServingUnit serving(Work work, CareRelation relation) {
    return new ServingUnit(relation.id(), refs.unit(work, relation.scopeId()), relation.fromDay())
        .until(lastDay(relation));
  }

  private static @Nullable LocalDate lastDay(CareRelation relation) {
    return relation.beforeDay() == null ? null : relation.beforeDay().minusDays(1);
  }

  private static boolean atTheDoor(Work work) {
    return !Collections.disjoint(work.actor().roles(), AT_THE_DOOR);
  }

  private static @Nullable Address address(Citizen citizen) {
    return citizen.street() == null
        ? null
        : new Address(
            citizen.street(),
            Objects.requireNonNullElse(citizen.postalCode(), ""),
            Objects.requireNonNullElse(citizen.city(), ""));
  }

  private static @Nullable AddressProtection protection(Citizen citizen) {
    return citizen.protectedFrom() == null
        ? null
        : new AddressProtection(citizen.protectedFrom()).until(citizen.protectedUntil());
  }
}
