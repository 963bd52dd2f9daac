package dk.genvej.administration;

import dk.genvej.api.AdministrationApi;
import dk.genvej.api.model.LeaversReassignment;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.Role;
import dk.genvej.api.model.SettingDraft;
import dk.genvej.api.model.SettingPage;
import dk.genvej.api.model.SubstitutionDraft;
import dk.genvej.api.model.SubstitutionEnd;
import dk.genvej.api.model.SubstitutionPage;
import dk.genvej.api.model.UnitEdit;
import dk.genvej.api.model.UnitKind;
import dk.genvej.api.model.UnitPage;
import dk.genvej.api.model.UserPage;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class AdministrationController implements AdministrationApi {

  private final Edge edge;
  private final UnitService units;
  private final UserService users;
  private final SettingService settings;
  private final SubstitutionService substitutions;
  private final AdministrationViews views;
  private final SettingViews settingViews;

  AdministrationController(
      Edge edge,
      UnitService units,
      UserService users,
      SettingService settings,
      SubstitutionService substitutions,
      AdministrationViews views,
      SettingViews settingViews) {
    this.edge = edge;
    this.units = units;
    this.users = users;
    this.settings = settings;
    this.substitutions = substitutions;
    this.views = views;
    this.settingViews = settingViews;
  }

  @Override
  public UnitPage listUnits(
      @Nullable UnitKind kind,
      @Nullable LocalDate validOn,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(work -> views.units(work, kind, validOn, cursor, limit));
  }

  @Override
  public Receipt putUnit(UUID unitId, UnitEdit edit) {
    return edge.write(edit, work -> units.put(work, unitId, views.details(edit)));
  }

  @Override
  public UserPage listUsers(
      @Nullable Role role,
      @Nullable UUID unitId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(work -> views.users(work, role, unitId, cursor, limit));
  }

  @Override
  public Receipt reassignLeaver(UUID userId, LeaversReassignment body) {
    return edge.write(
        body, work -> users.reassign(work, userId, body.getToUserId(), body.getReason()));
  }

  @Override
  public SettingPage listSettings(
      @Nullable String key, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(work -> settingViews.page(work, settings.chosen(work), key, cursor, limit));
  }

  @Override
  public HttpResponse<Receipt> setSetting(SettingDraft draft) {
    return edge.create(
        draft,
        work ->
            settings.choose(
                work,
                draft.getId(),
                draft.getKey(),
                draft.getValidFrom(),
                draft.getValue(),
                draft.getSource()));
  }

  @Override
  public HttpResponse<Receipt> createSubstitution(SubstitutionDraft draft) {
    return edge.create(
        draft,
        work ->
            substitutions.create(
                work,
                draft.getId(),
                draft.getAbsentUserId(),
                draft.getSubstituteUserId(),
                dk.genvej.shared.Role.valueOf(draft.getRole().name()),
                draft.getFrom(),
                draft.getUntil()));
  }

  @Override
  public SubstitutionPage listSubstitutions(
      @Nullable LocalDate validOn, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(work -> views.substitutions(work, validOn, cursor, limit));
  }

  @Override
  public Receipt endSubstitution(UUID substitutionId, SubstitutionEnd end) {
    return edge.write(end, work -> substitutions.end(work, substitutionId, end.getUntil()));
  }
}
