package dk.genvej.work;

import dk.genvej.audit.AuditLog;
import jakarta.inject.Singleton;
import java.util.List;

/** Where every change of the field ends: in the logs, as an event, and with whoever listens. */
@Singleton
class Changes {

  private final AuditLog audit;
  private final List<ChangeListener> listeners;

  Changes(AuditLog audit, List<ChangeListener> listeners) {
    this.audit = audit;
    this.listeners = listeners;
  }

  void made(int municipality, List<AuditLog.Made> made) {
    var changes = made.stream().filter(one -> !one.changes().isEmpty()).toList();
    if (!changes.isEmpty()) {
      audit.changed(municipality, changes);
      listeners.forEach(listener -> listener.changed(municipality, changes));
    }
  }
}
