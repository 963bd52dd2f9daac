package dk.genvej.client;

import dk.genvej.api.model.Agreement;
import dk.genvej.api.model.Condition;
import dk.genvej.api.model.Evaluation;
import dk.genvej.api.model.Goal;
import dk.genvej.api.model.Grant;
import dk.genvej.api.model.Note;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.Registration;
import dk.genvej.api.model.Scores;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.api.model.SyncedPause;
import dk.genvej.api.model.SyncedReference;
import dk.genvej.api.model.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the device holds of the server's records: a page says what to forget and what to take. */
final class Holdings {

  /** Each list of a citizen: records in it are known by their ids. */
  private static final List<Part<?>> PARTS =
      List.of(
          new Part<>(SyncedCitizen::getConditions, SyncedCitizen::setConditions, Condition::getId),
          new Part<>(SyncedCitizen::getGrants, SyncedCitizen::setGrants, Grant::getId),
          new Part<>(SyncedCitizen::getPauses, SyncedCitizen::setPauses, SyncedPause::getId),
          new Part<>(SyncedCitizen::getGoals, SyncedCitizen::setGoals, Goal::getId),
          new Part<>(SyncedCitizen::getScores, SyncedCitizen::setScores, Scores::getId),
          new Part<>(SyncedCitizen::getVisits, SyncedCitizen::setVisits, Visit::getId),
          new Part<>(SyncedCitizen::getAgreements, SyncedCitizen::setAgreements, Agreement::getId),
          new Part<>(
              SyncedCitizen::getRegistrations,
              SyncedCitizen::setRegistrations,
              Registration::getId),
          new Part<>(SyncedCitizen::getNotes, SyncedCitizen::setNotes, Note::getId),
          new Part<>(
              SyncedCitizen::getEvaluations, SyncedCitizen::setEvaluations, Evaluation::getId));

  private final Map<UUID, SyncedCitizen> citizens = new LinkedHashMap<>();
  private @Nullable SyncedReference reference;

  void take(PullAnswer page) {
    page.getRemovals().forEach(citizens::remove);
    page.getCitizens().forEach(this::take);
    if (page.getReference() != null) {
      reference = page.getReference();
    }
  }

  void take(Collection<SyncedCitizen> all, @Nullable SyncedReference known) {
    all.forEach(citizen -> citizens.put(citizen.getId(), citizen));
    reference = known;
  }

  void clear() {
    citizens.clear();
    reference = null;
  }

  Map<UUID, SyncedCitizen> citizens() {
    return citizens;
  }

  Optional<SyncedReference> reference() {
    return Optional.ofNullable(reference);
  }

  private void take(SyncedCitizen told) {
    var held = citizens.get(told.getId());
    if (held == null || told.getWhole()) {
      citizens.put(told.getId(), told);
      return;
    }
    held.setCourseId(told.getCourseId());
    if (told.getPerson() != null) {
      held.setPerson(told.getPerson());
    }
    if (told.getCourse() != null) {
      held.setCourse(told.getCourse());
    }
    if (told.getPlan() != null) {
      held.setPlan(told.getPlan());
    }
    PARTS.forEach(part -> part.merge(told, held));
  }

  /** One list of a citizen. */
  private record Part<T>(
      Function<SyncedCitizen, @Nullable List<T>> get,
      BiConsumer<SyncedCitizen, List<T>> set,
      Function<T, UUID> id) {

    void merge(SyncedCitizen told, SyncedCitizen held) {
      var news = get.apply(told);
      if (news == null || news.isEmpty()) {
        return;
      }
      var byId = new LinkedHashMap<UUID, T>();
      var old = get.apply(held);
      if (old != null) {
        old.forEach(one -> byId.put(id.apply(one), one));
      }
      news.forEach(one -> byId.put(id.apply(one), one));
      set.accept(held, new ArrayList<>(byId.values()));
    }
  }
}
