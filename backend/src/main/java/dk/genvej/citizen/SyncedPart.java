package dk.genvej.citizen;

import dk.genvej.work.Work;

/**
 * What one package has of the citizens a tablet takes down. It is asked once for a whole page, and
 * asks the database as often for one citizen as for many.
 */
public interface SyncedPart {

  void fill(Work work, SyncedPage page);
}
