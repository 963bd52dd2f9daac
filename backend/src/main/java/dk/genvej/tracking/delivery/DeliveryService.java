package dk.genvej.tracking.delivery;

import dk.genvej.access.Verb;
import dk.genvej.api.model.CentralReceipts;
import dk.genvej.api.model.DeliveryPage;
import dk.genvej.api.model.ReceiverList;
import dk.genvej.api.model.ReconciliationPage;
import dk.genvej.audit.Change;
import dk.genvej.course.Courses;
import dk.genvej.http.Cursors;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operator's view of what is on its way, and what an operator decides about it. It shows no
 * citizen: outcomes go by their random id.
 */
@Singleton
class DeliveryService {

  private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);
  private static final Set<DeliveryState> SKIPPABLE =
      EnumSet.of(DeliveryState.WAITING, DeliveryState.PARKED);

  private final DeskRepository repository;
  private final DeliveryViews views;
  private final Courses courses;

  DeliveryService(DeskRepository repository, DeliveryViews views, Courses courses) {
    this.repository = repository;
    this.views = views;
    this.courses = courses;
  }

  ReceiverList receivers(Work work) {
    return views.receivers(work, repository.queues(work.municipality()));
  }

  DeliveryPage page(Work work, UUID receiverId, String state, @Nullable String cursor, int limit) {
    var receiver = receiver(work, receiverId);
    var after = Cursors.parse(cursor, "").id();
    return views.page(
        repository.page(work.municipality(), receiver.name(), state, after, limit + 1), limit);
  }

  ReconciliationPage months(Work work, UUID receiverId, @Nullable String cursor, int limit) {
    var receiver = receiver(work, receiverId);
    var before = Cursors.parse(cursor, AFTER_ALL.toString()).valueAs(LocalDate::parse);
    return views.months(
        receiverId,
        repository.months(work.municipality(), receiver.name(), before, limit + 1),
        limit);
  }

  /** For whoever reads the course. */
  CentralReceipts ofCourse(Work work, UUID courseId) {
    courses.forReading(work, courseId, Verb.READ_COURSE);
    return views.receipts(repository.ofCourse(work.municipality(), courseId));
  }

  /** A parked version is sent again, as if it had never been refused. */
  Written retry(Work work, UUID deliveryId) {
    var delivery = find(work, deliveryId);
    if (delivery.state() != DeliveryState.PARKED) {
      throw RefusalException.of(ProblemCode.DELIVERY_NOT_PARKED);
    }
    repository.retry(work.municipality(), deliveryId, work.now());
    return tell(work, "DeliveryRetried", delivery, null);
  }

  /** This receiver is not told of this version; the course goes on. */
  Written skip(Work work, UUID deliveryId, String reason) {
    var delivery = find(work, deliveryId);
    if (!SKIPPABLE.contains(delivery.state())) {
      throw RefusalException.of(ProblemCode.DELIVERY_SETTLED);
    }
    repository.skip(work.municipality(), deliveryId, reason, work.now());
    return tell(work, "DeliverySkipped", delivery, reason);
  }

  /** The worker tries at once what waits, and compares the months. */
  Written wake(Work work, UUID receiverId) {
    var receiver = receiver(work, receiverId);
    repository.wake(work.municipality(), receiverId, work.now());
    repository.due(work.municipality(), receiver.name(), work.now());
    int version = receiver.version() + 1;
    work.changed(change(work, "ReceiverWoken", "outcome_receiver", receiverId, version, null));
    return new Written(receiverId, version);
  }

  private DeskRepository.Named receiver(Work work, UUID receiverId) {
    return repository
        .receiver(work.municipality(), receiverId)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  private DeskRepository.Decidable find(Work work, UUID deliveryId) {
    return repository
        .find(work.municipality(), deliveryId)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  private static Written tell(
      Work work, String kind, DeskRepository.Decidable delivery, @Nullable String reason) {
    int version = delivery.version() + 1;
    work.changed(change(work, kind, "outcome_delivery", delivery.id(), version, reason));
    return new Written(delivery.id(), version);
  }

  private static Change change(
      Work work, String kind, String table, UUID id, int version, @Nullable String reason) {
    return new Change(kind, table, id, version, null, null, work.recordedAt(), reason);
  }
}
