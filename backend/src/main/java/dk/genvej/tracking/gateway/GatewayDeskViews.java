package dk.genvej.tracking.gateway;

import dk.genvej.api.model.GatewayGuide;
import dk.genvej.api.model.GatewayQueue;
import dk.genvej.api.model.GatewayReportPage;
import dk.genvej.api.model.ReceiverDelay;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator sees of reports. */
final class GatewayDeskViews {

  private GatewayDeskViews() {}

  static GatewayQueue queue(
      Optional<Reporting> how,
      List<LagQueries.Open> open,
      LagWatch.Lag lag,
      GatewayDeskRepository.Sending sending,
      Instant now) {
    return new GatewayQueue(
            how.isPresent(),
            LagWatch.count(open, ReportState.WAITING),
            lag.held(),
            LagWatch.count(open, ReportState.SENT),
            lag.refused(),
            delay(lag.grade()))
        .guide(how.map(one -> GatewayGuide.fromValue(one.guide().name())).orElse(null))
        .oldestDay(lag.oldest())
        .acceptedAt(Refs.timeOrNull(sending.acceptedAt()))
        .restsUntil(Refs.timeOrNull(later(sending.nextAt(), now)))
        .wokenAt(Refs.timeOrNull(sending.wokenAt()));
  }

  private static ReceiverDelay delay(LagGrade grade) {
    return switch (grade) {
      case IN_TIME -> ReceiverDelay.NONE;
      case LATE -> ReceiverDelay.WARNING;
      case ALARM -> ReceiverDelay.ALARM;
    };
  }

  private static @Nullable Instant later(@Nullable Instant nextAt, Instant now) {
    return nextAt != null && nextAt.isAfter(now) ? nextAt : null;
  }

  static GatewayReportPage page(List<StandingRepository.Line> lines, int limit, ResourceJson json) {
    return new GatewayReportPage(
            Cursors.page(lines, limit).stream()
                .map(line -> StandingViews.report(line, json))
                .toList())
        .next(Cursors.next(lines, limit, line -> new Cursors("", line.id())));
  }
}
