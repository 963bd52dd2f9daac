package dk.genvej.imports;

import dk.genvej.audit.Change;
import dk.genvej.imports.LifeTask.Kind;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells visitators of deaths and moves, once for each citizen. */
@Singleton
class LifeTasks {

  private final LifeTaskRepository repository;

  LifeTasks(LifeTaskRepository repository) {
    this.repository = repository;
  }

  record News(UUID citizenId, Kind kind) {}

  /** The citizens must be locked; answers how many tasks were raised. */
  int raise(Work work, List<News> news) {
    if (news.isEmpty()) {
      return 0;
    }
    var citizens = news.stream().map(News::citizenId).distinct().toList();
    var told =
        repository.raised(work.municipality(), citizens).stream()
            .map(raised -> new News(raised.citizenId(), Kind.valueOf(raised.kind())))
            .collect(Collectors.toSet());
    var tasks =
        news.stream().filter(each -> !told.contains(each)).map(each -> task(work, each)).toList();
    repository.saveAll(tasks);
    tasks.forEach(task -> tell(work, task));
    return tasks.size();
  }

  private static LifeTask task(Work work, News news) {
    return new LifeTask(
        work.municipality(),
        Ids.next(),
        news.citizenId(),
        news.kind(),
        "OPEN",
        work.today(),
        1,
        work.stamp(null));
  }

  private static void tell(Work work, LifeTask task) {
    work.changed(
        new Change(
            "TaskRaised", "task", task.id(), 1, task.citizenId(), null, work.recordedAt(), null));
  }
}
