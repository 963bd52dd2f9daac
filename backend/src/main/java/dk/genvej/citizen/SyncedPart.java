package dk.genvej.citizen;

import dk.genvej.work.Work;

/**
 * What one package has of the citizens a tablet takes down. It is asked once for a whole page, and
 * asks the database as often for one citizen as for many.
 *
 * <p>Kinds with many rows a citizen are found by citizen in a step of its own ({@code theirs}, as
 * materialized): the planner then expects many rows and looks the actor's scope up once, into a
 * hash, where it otherwise asks row level security once a row.
 */
public interface SyncedPart {

  void fill(Work work, SyncedPage page);
}
