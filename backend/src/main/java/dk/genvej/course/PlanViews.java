package dk.genvej.course;

import dk.genvej.api.model.ConditionDraft;
import dk.genvej.api.model.DeliveryType;
import dk.genvej.api.model.GrantDraft;
import dk.genvej.api.model.LocalLevel3;
import dk.genvej.api.model.NotePage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan holds as the API shows it, and as it sends it. */
@Singleton
class PlanViews {

  private final PlanService plans;
  private final ConditionRepository conditions;
  private final CourseConditionRepository aims;
  private final GrantRepository grants;
  private final CodeRegistry codes;
  private final Refs refs;

  PlanViews(
      PlanService plans,
      ConditionRepository conditions,
      CourseConditionRepository aims,
      GrantRepository grants,
      CodeRegistry codes,
      Refs refs) {
    this.plans = plans;
    this.conditions = conditions;
    this.aims = aims;
    this.grants = grants;
    this.codes = codes;
    this.refs = refs;
  }

  dk.genvej.api.model.@Nullable Plan plan(Work work, UUID courseId) {
    return plans.find(work, courseId).map(plan -> view(work, plan)).orElse(null);
  }

  /** Those in focus first. */
  List<dk.genvej.api.model.Condition> conditions(Work work, UUID courseId) {
    var byCondition =
        aims.ofCourse(work.municipality(), courseId).stream()
            .collect(
                Collectors.toMap(
                    CourseCondition::conditionId, Function.<CourseCondition>identity()));
    return conditions.ofCourse(work.municipality(), courseId).stream()
        .map(one -> view(work, one, Objects.requireNonNull(byCondition.get(one.id()))))
        .toList();
  }

  List<dk.genvej.api.model.Grant> grants(Work work, UUID courseId) {
    return grants.ofCourse(work.municipality(), courseId).stream()
        .map(grant -> view(work, grant))
        .toList();
  }

  NotePage notes(Work work, List<Note> found, int limit) {
    var shown = Cursors.page(found, limit).stream().map(note -> view(work, note)).toList();
    return new NotePage(shown)
        .next(
            Cursors.next(
                found,
                limit,
                note -> new Cursors(note.stamp().happenedAt().toString(), note.id())));
  }

  static ConditionFinding finding(ConditionDraft draft) {
    return new ConditionFinding(
        draft.getCode(),
        draft.getLevel(),
        draft.getExpectedLevel(),
        draft.getInFocus(),
        draft.getRecordedOn());
  }

  static GrantTerms terms(GrantDraft draft) {
    return new GrantTerms(
        draft.getCode(),
        Optional.ofNullable(draft.getLocalLevel3())
            .map(local -> new GrantTerms.Level3(local.getCode(), local.getDisplay()))
            .orElse(null),
        draft.getDeliveryTypes().stream().map(DeliveryType::getValue).toList(),
        draft.getFrom(),
        draft.getUntil(),
        GrantState.valueOf(draft.getState().getValue()));
  }

  dk.genvej.api.model.Plan view(Work work, Plan plan) {
    return new dk.genvej.api.model.Plan(plan.version(), refs.stamp(work, plan.stamp()))
        .citizensWords(plan.citizensWords())
        .summary(plan.summary())
        .interventionType(plan.interventionType());
  }

  dk.genvej.api.model.Condition view(Work work, Condition condition, CourseCondition aim) {
    var title = codes.condition(condition.code()).map(it -> it.title().da()).toOptional();
    return new dk.genvej.api.model.Condition(
            condition.id(),
            condition.version(),
            condition.code(),
            title.orElseGet(() -> condition.code().toString()),
            condition.level(),
            aim.inFocus(),
            condition.levelOn(),
            refs.stamp(work, condition.stamp()))
        .expectedLevel(aim.expectedLevel());
  }

  dk.genvej.api.model.Grant view(Work work, Grant grant) {
    var code = UUID.fromString(grant.code());
    var view =
        new dk.genvej.api.model.Grant(
            grant.id(),
            grant.version(),
            code,
            codes.grant(code).map(it -> it.title().da()).toOptional().orElse(grant.code()),
            grant.deliveryTypes().stream().map(DeliveryType::fromValue).toList(),
            grant.fromDay(),
            dk.genvej.api.model.GrantState.fromValue(grant.state().name()),
            refs.stamp(work, grant.stamp()));
    if (grant.level3Code() != null) {
      view.setLocalLevel3(
          new LocalLevel3(
              grant.level3Code(), Objects.requireNonNullElse(grant.level3Display(), "")));
    }
    return view.until(grant.untilDay());
  }

  dk.genvej.api.model.Note view(Work work, Note note) {
    return new dk.genvej.api.model.Note(
            note.id(), note.version(), note.text(), refs.stamp(work, note.stamp()))
        .annulled(
            refs.annulment(work, note.annulledAt(), note.annulledBy(), note.annulledReason()));
  }
}
