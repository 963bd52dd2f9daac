package dk.genvej.citizen;

import dk.genvej.work.Work;

/**
 * What is built on citizens says what two records of one citizen mean for it, before the rows of
 * one move to the other (docs/adr/0023). Both are locked.
 */
public interface MergeListener {

  /**
   * Makes what both hold fit into one, or refuses.
   *
   * @param gone the record whose rows are about to move
   * @param staying the record they move to
   */
  void merging(Work work, Citizen gone, Citizen staying);
}
