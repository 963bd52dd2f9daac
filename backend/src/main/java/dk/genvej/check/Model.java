package dk.genvej.check;

import dk.genvej.api.model.Goal;
import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.Note;
import dk.genvej.api.model.Registration;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.api.model.Visit;
import dk.genvej.check.GoalModel.Conflict;
import dk.genvej.client.MutationState;
import dk.genvej.client.QueuedMutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must have become of everything once all tablets are home and silent: plain maps of what was
 * acknowledged, held against the database, the server's ledger and every tablet.
 */
final class Model {

  private final Look look;
  private final Tally tally;
  private final List<Tablet> tablets;
  private final List<String> faults = new ArrayList<>();
  private final Map<UUID, Intent> intents = new LinkedHashMap<>();
  private final Map<UUID, QueuedMutation> told = new HashMap<>();

  private Model(Look look, List<Tablet> tablets, Tally tally) {
    this.look = look;
    this.tally = tally;
    this.tablets = tablets;
    for (var tablet : tablets) {
      tablet.intents().forEach(intent -> intents.put(intent.mutation(), intent));
      tablet.queue().forEach(mutation -> told.put(mutation.id(), mutation));
    }
  }

  /** Sentences about what is wrong; none when everything is as it must be. */
  static List<String> faults(Look look, List<Tablet> tablets, Tally tally) {
    var model = new Model(look, tablets, tally);
    model.everythingSoundLanded();
    model.savedIsTrue();
    model.rowsAreThoseAcknowledged();
    model.goalsAreMerged();
    model.tabletsAgree();
    model.faults.addAll(look.outbox());
    return model.faults;
  }

  private void everythingSoundLanded() {
    for (var intent : intents.values()) {
      var mutation = told.get(intent.mutation());
      var state = mutation == null ? null : mutation.state();
      if (!intent.sound() || restsOnUnsound(intent)) {
        expect(state != MutationState.ACKNOWLEDGED, intent + " was taken");
      } else if (intent.kind() == Intent.Kind.GOAL_CHANGE) {
        expect(
            state == MutationState.ACKNOWLEDGED || outcome(mutation) == MutationOutcome.CONFLICT,
            intent + " is " + state + ", " + mutation);
      } else {
        expect(state == MutationState.ACKNOWLEDGED, intent + " is " + state + ", " + mutation);
      }
    }
  }

  private boolean restsOnUnsound(Intent intent) {
    return intent.after().stream()
        .map(intents::get)
        .anyMatch(
            before ->
                before != null
                    && (!before.sound() || restsOnUnsound(before) || inConflict(before)));
  }

  private boolean inConflict(Intent intent) {
    return outcome(told.get(intent.mutation())) == MutationOutcome.CONFLICT;
  }

  private static @Nullable MutationOutcome outcome(@Nullable QueuedMutation mutation) {
    return mutation == null || mutation.result() == null ? null : mutation.result().getOutcome();
  }

  /** R9: each tablet's own ledger, line by line. */
  private void savedIsTrue() {
    for (var tablet : tablets) {
      if (!tablet.client().erased()) {
        var acknowledged = tablet.client().acknowledged();
        var landed = look.ledger(acknowledged.keySet());
        acknowledged.forEach(
            (id, result) -> {
              var claimed = new Look.Landed(result.getResourceId(), result.getVersion());
              boolean truly = claimed.equals(landed.get(id));
              tally.saved(truly);
              expect(truly, "saved is false: " + result + " and " + landed.get(id));
            });
      }
    }
  }

  private void rowsAreThoseAcknowledged() {
    same("notes", look.notes(), acknowledged(Intent.Kind.NOTE, "text"));
    same("visits", look.visits(), acknowledged(Intent.Kind.VISIT, "note"));
    same("registrations", look.registrations(), acknowledged(Intent.Kind.REGISTRATION, "note"));
  }

  private Map<UUID, String> acknowledged(Intent.Kind kind, String property) {
    var texts = new LinkedHashMap<UUID, String>();
    intents.values().stream()
        .filter(intent -> intent.kind() == kind && isAcknowledged(intent))
        .forEach(
            intent -> texts.put(intent.resource(), String.valueOf(intent.body().get(property))));
    return texts;
  }

  private boolean isAcknowledged(Intent intent) {
    var mutation = told.get(intent.mutation());
    return mutation != null && mutation.state() == MutationState.ACKNOWLEDGED;
  }

  private void goalsAreMerged() {
    var rows = look.goals();
    var goals =
        intents.values().stream()
            .filter(intent -> intent.kind().name().startsWith("GOAL"))
            .collect(Collectors.groupingBy(Intent::resource));
    goals.forEach(
        (id, changes) -> faults.addAll(goal(id, changes).judge(rows.get(id), conflicts(changes))));
    rows.keySet().forEach(id -> expect(goals.containsKey(id), "goal " + id + " is nobody's"));
  }

  private GoalModel goal(UUID id, List<Intent> changes) {
    var model = new GoalModel(id);
    for (var intent : changes) {
      var mutation = told.get(intent.mutation());
      if (mutation != null && mutation.result() != null && isAcknowledged(intent)) {
        model.acknowledged(intent, mutation.result().getVersion());
      }
    }
    return model;
  }

  private List<Conflict> conflicts(List<Intent> changes) {
    return changes.stream()
        .filter(this::inConflict)
        .map(
            intent ->
                new Conflict(
                    intent,
                    Objects.requireNonNull(
                            Objects.requireNonNull(told.get(intent.mutation())).result())
                        .getVersion()))
        .toList();
  }

  /** Everybody holds what lies in the database, no more and no less. */
  private void tabletsAgree() {
    for (var tablet : tablets) {
      var held = tablet.held();
      if (held.isEmpty()) {
        faults.add(tablet.person().subject() + " does not hold the citizen");
        continue;
      }
      var of = " of " + tablet.person().subject();
      var citizen = held.get();
      same(
          "notes" + of,
          texts(citizen, SyncedCitizen::getNotes, Note::getId, Note::getText),
          look.notes());
      same(
          "visits" + of,
          texts(citizen, SyncedCitizen::getVisits, Visit::getId, Visit::getNote),
          look.visits());
      same(
          "registrations" + of,
          texts(
              citizen, SyncedCitizen::getRegistrations, Registration::getId, Registration::getNote),
          look.registrations());
      same(
          "goals" + of,
          texts(
              citizen,
              SyncedCitizen::getGoals,
              Goal::getId,
              goal -> goal.getVersion() + goal.getTarget()),
          targets());
    }
  }

  private Map<UUID, String> targets() {
    var targets = new LinkedHashMap<UUID, String>();
    look.goals()
        .forEach((id, row) -> targets.put(id, row.version() + "" + row.values().get("target")));
    return targets;
  }

  private static <T> Map<UUID, String> texts(
      SyncedCitizen citizen,
      Function<SyncedCitizen, @Nullable List<T>> list,
      Function<T, UUID> id,
      Function<T, String> text) {
    var texts = new LinkedHashMap<UUID, String>();
    var records = list.apply(citizen);
    if (records != null) {
      records.forEach(one -> texts.put(id.apply(one), text.apply(one)));
    }
    return texts;
  }

  private void same(String what, Map<UUID, String> found, Map<UUID, String> expected) {
    expect(found.equals(expected), what + ": " + found + " instead of " + expected);
  }

  private void expect(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
