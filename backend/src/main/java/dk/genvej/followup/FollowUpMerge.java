package dk.genvej.followup;

import dk.genvej.citizen.Citizen;
import dk.genvej.citizen.MergeListener;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Two records of one citizen are asked about once, and followed up as long as neither has died. */
@Singleton
class FollowUpMerge implements MergeListener {

  private final Tasks tasks;
  private final FollowUps followUps;

  FollowUpMerge(Tasks tasks, FollowUps followUps) {
    this.tasks = tasks;
    this.followUps = followUps;
  }

  @Override
  public void merging(Work work, Citizen gone, Citizen staying) {
    tasks.completeAskedTwice(work, gone.id(), staying.id());
    if (gone.diedOn() != null || staying.diedOn() != null) {
      Stream.of(gone, staying).forEach(one -> followUps.cancelOfCitizen(work, one.id()));
    }
  }
}
