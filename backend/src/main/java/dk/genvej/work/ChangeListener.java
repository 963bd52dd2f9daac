package dk.genvej.work;

import dk.genvej.audit.AuditLog;
import java.util.List;

/**
 * What packages built on the field do in the transaction of every change, after its rows are
 * written: notifications are planned, outcomes are written anew. The field knows of none of them
 * (docs/adr/0007). A listener writes only tables of its own.
 */
public interface ChangeListener {

  /**
   * @param made what changed, by unit of work in their order: one for a request, many for a
   *     tablet's queue; each has at least one change
   */
  void changed(int municipality, List<AuditLog.Made> made);
}
