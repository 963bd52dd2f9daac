package dk.genvej.administration;

import dk.genvej.access.UnitKind;
import dk.genvej.api.model.Role;
import dk.genvej.api.model.RoleBinding;
import dk.genvej.api.model.Stamp;
import dk.genvej.api.model.SubstitutionPage;
import dk.genvej.api.model.Unit;
import dk.genvej.api.model.UnitEdit;
import dk.genvej.api.model.UnitPage;
import dk.genvej.api.model.User;
import dk.genvej.api.model.UserPage;
import dk.genvej.api.model.UserRef;
import dk.genvej.http.Cursors;
import dk.genvej.http.Pages;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units, users and substitutions as the API shows them. */
@Singleton
class AdministrationViews {

  /** Who stands in the stamp of what came with the municipality: nobody on the staff. */
  private static final UUID NOBODY = new UUID(0, 0);

  /** After every day that is asked about. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final UnitService units;
  private final UserService users;
  private final SubstitutionService substitutions;
  private final Refs refs;

  AdministrationViews(
      UnitService units, UserService users, SubstitutionService substitutions, Refs refs) {
    this.units = units;
    this.users = users;
    this.substitutions = substitutions;
    this.refs = refs;
  }

  UnitPage units(
      Work work,
      dk.genvej.api.model.@Nullable UnitKind kind,
      @Nullable LocalDate day,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var asked = kind == null ? null : UnitKind.valueOf(kind.name());
    var page = Pages.of(units.on(work, day, asked), cursor, limit, unit -> unit.id().toString());
    return new UnitPage(page.items().stream().map(unit -> unit(work, unit)).toList())
        .next(page.next());
  }

  UserPage users(
      Work work,
      @Nullable Role role,
      @Nullable UUID unitId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int most = Objects.requireNonNullElse(limit, 50);
    var place = Cursors.parse(cursor, "");
    var held = role == null ? null : dk.genvej.shared.Role.valueOf(role.name());
    var found = users.page(work, held, unitId, place.value(), place.id(), most + 1);
    var shown = Cursors.page(found, most);
    var roles = users.roles(work, shown.stream().map(UserRepository.UserLine::id).toList());
    return new UserPage(shown.stream().map(line -> user(work, line, roles)).toList())
        .next(Cursors.next(found, most, line -> new Cursors(line.name(), line.id())));
  }

  SubstitutionPage substitutions(
      Work work, @Nullable LocalDate day, @Nullable String cursor, @Nullable Integer limit) {
    int most = Objects.requireNonNullElse(limit, 50);
    var place = Cursors.parse(cursor, LAST.toString());
    var before = place.day();
    var found = substitutions.page(work, before, place.id(), day, most + 1);
    return new SubstitutionPage(
            Cursors.page(found, most).stream().map(one -> substitution(work, one)).toList())
        .next(Cursors.next(found, most, one -> new Cursors(one.fromDay().toString(), one.id())));
  }

  UnitDetails details(UnitEdit edit) {
    return new UnitDetails(
        edit.getName(),
        UnitKind.valueOf(edit.getKind().name()),
        edit.getParentId(),
        edit.getValidFrom(),
        edit.getValidUntil());
  }

  private Unit unit(Work work, UnitRow row) {
    var view =
        new Unit(
                row.id(),
                row.version(),
                row.name(),
                dk.genvej.api.model.UnitKind.fromValue(row.kind().name()),
                row.fromDay(),
                stamp(work, row.authorId(), row.receivedAt()))
            .parentId(row.parentId());
    if (row.beforeDay() != null) {
      view.setValidUntil(row.beforeDay().minusDays(1));
    }
    return view;
  }

  private User user(Work work, UserRepository.UserLine line, List<UserRepository.HeldRole> roles) {
    return new User(
        line.id(),
        line.version(),
        line.name(),
        roles.stream()
            .filter(role -> role.userId().equals(line.id()))
            .map(
                role ->
                    new RoleBinding(Role.fromValue(role.role()), refs.unit(work, role.unitId())))
            .toList(),
        line.active());
  }

  private dk.genvej.api.model.Substitution substitution(Work work, Substitution row) {
    return new dk.genvej.api.model.Substitution(
        row.id(),
        row.version(),
        refs.user(work, row.absentId()),
        refs.user(work, row.substituteId()),
        Role.fromValue(row.role().name()),
        row.fromDay(),
        row.lastDay(),
        stamp(work, row.authorId(), row.receivedAt()));
  }

  private Stamp stamp(Work work, @Nullable UUID authorId, Instant receivedAt) {
    var author = refs.userOrNull(work, authorId);
    return new Stamp(author == null ? new UserRef(NOBODY, "") : author, Refs.time(receivedAt));
  }
}
