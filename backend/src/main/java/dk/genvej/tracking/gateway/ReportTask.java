package dk.genvej.tracking.gateway;

import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the reports of days that have ended. */
@Singleton
final class ReportTask extends EachMunicipality {

  private final DailyReports reports;

  ReportTask(WorkerTransactions transactions, DailyReports reports) {
    super(transactions);
    this.reports = reports;
  }

  @Override
  public String name() {
    return "gateway-reports";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(10);
  }

  @Override
  void run(int municipality) {
    reports.make(municipality);
  }
}
