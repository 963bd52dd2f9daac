package dk.genvej.audit;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;

/** Logs nothing: what audit costs is the difference. Only ever on the bench's class path. */
@Singleton
@Replaces(AuditLog.class)
class SilentAuditLog extends AuditLog {

  SilentAuditLog(
      ChangeLogRepository changes, EventRepository events, AccessLogRepository accesses) {
    super(changes, events, accesses);
  }

  @Override
  public void changed(int municipality, List<Made> made) {}

  @Override
  public void refused(Access request, List<Refusal> refusals) {}

  @Override
  public void accessed(Access access) {}
}
