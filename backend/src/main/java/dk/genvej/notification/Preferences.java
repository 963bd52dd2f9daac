package dk.genvej.notification;

import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people choose to be woken for; {@link PushPreferences} is what comes of it. */
@Singleton
class Preferences {

  private final PreferenceRepository repository;

  Preferences(PreferenceRepository repository) {
    this.repository = repository;
  }

  /** As it was asked for, not judged yet; both times or none. */
  record Choice(Set<NotificationKind> muted, @Nullable LocalTime from, @Nullable LocalTime until) {}

  /** Version 0 of somebody who has not chosen. */
  PreferenceRow own(Work work) {
    UUID user = work.actor().userId();
    return repository
        .find(work.municipality(), user)
        .orElseGet(() -> new PreferenceRow(user, "", null, null, 0));
  }

  Written choose(Work work, Choice choice) {
    var version = own(work).version();
    work.requireBase(version);
    RefusalException.throwIfAny(
        Stream.of(
                Refusal.at("/muted", ProblemCode.ESCALATION_NOT_MUTABLE)
                    .when(choice.muted().contains(NotificationKind.N6)),
                Refusal.at("/quietHours", ProblemCode.QUIET_HOURS_EMPTY)
                    .when(choice.from() != null && choice.from().equals(choice.until())))
            .flatMap(Optional::stream)
            .toList());
    if (save(work, choice, version + 1) == 0) {
      throw RefusalException.stale(own(work).version());
    }
    return new Written(work.actor().userId(), version + 1);
  }

  private int save(Work work, Choice choice, int next) {
    return repository.save(
        work.municipality(),
        work.actor().userId(),
        ArrayText.of(choice.muted()),
        choice.from() == null ? null : choice.from().toString(),
        choice.until() == null ? null : choice.until().toString(),
        next);
  }
}
