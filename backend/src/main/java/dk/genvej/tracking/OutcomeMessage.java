package dk.genvej.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is sent: the schema {@code Outcome} of {@code mobile-api-spec/tracking}. Its
 * canonical JSON is what both sides hash.
 */
public final class OutcomeMessage {

  private final Map<String, Object> members = new TreeMap<>();

  private OutcomeMessage() {}

  public static String text(OutcomeVersion outcome, List<InstrumentResult> instruments) {
    return CanonicalJson.of(of(outcome, instruments));
  }

  static Map<String, Object> of(OutcomeVersion outcome, List<InstrumentResult> instruments) {
    var message = new OutcomeMessage();
    message.version(outcome);
    message.course(outcome.content());
    message.result(outcome.content());
    message.put("instruments", instruments(instruments));
    return message.members;
  }

  private void version(OutcomeVersion outcome) {
    put("trackingId", outcome.trackingId());
    put("version", outcome.version());
    put("municipality", outcome.municipalityId());
    put("operation", outcome.operation());
    put("supersedes", outcome.supersedes());
    put("historic", outcome.historic());
    put("definitionVersion", outcome.definitionVersion());
  }

  private void course(OutcomeContent content) {
    put("event", content.event());
    put("eventOn", content.eventOn());
    put("districtId", content.districtId());
    put("servingUnitId", content.servingUnitId());
    put("ageBand", content.ageBand());
    put("livesAlone", content.livesAlone());
    put("legalBasis", content.legalBasis());
    put("interventionType", content.interventionType());
    put("referralReason", content.referralReason());
    put("startedOn", content.startedOn());
    put("dueOn", content.dueOn());
    put("evaluatedOn", content.evaluatedOn());
    put("completedOn", content.completedOn());
    put("stoppedOn", content.stoppedOn());
    put("stopReason", content.stopReason());
    put("stopWeek", content.stopWeek());
    put("cohort", content.cohort());
  }

  private void result(OutcomeContent content) {
    put("before", help(content.before()));
    put("shadow", help(content.shadow()));
    put("after", help(content.after()));
    put("category", content.category());
    put("categoryReason", content.categoryReason());
    put("goalsMet", content.goalsMet());
    put("goalsTotal", content.goalsTotal());
    put("visits", content.visits());
    put("visitMinutes", content.visitMinutes());
    put("followUp", followUp(content.followUp()));
  }

  private static @Nullable Map<String, Object> help(HelpTold help) {
    return help.minutes() == null || help.basis() == null
        ? null
        : Map.of("minutesPerWeek", help.minutes(), "basis", help.basis());
  }

  private static @Nullable Map<String, Object> followUp(FollowUpTold told) {
    if (told.month() == null) {
      return null;
    }
    var message = new OutcomeMessage();
    message.put("month", told.month());
    message.put("minutesPerWeek", told.minutes());
    message.put("basis", told.basis());
    message.put("result", told.result());
    return message.members;
  }

  private static List<Map<String, Object>> instruments(List<InstrumentResult> results) {
    return results.stream()
        .sorted(
            Comparator.comparing(InstrumentResult::instrument)
                .thenComparing(InstrumentResult::instrumentVersion)
                .thenComparing(InstrumentResult::scale))
        .map(OutcomeMessage::instrument)
        .toList();
  }

  private static Map<String, Object> instrument(InstrumentResult result) {
    return Map.of(
        "instrument", result.instrument(),
        "instrumentVersion", result.instrumentVersion(),
        "scale", result.scale(),
        "items", result.items(),
        "before", result.beforeMean(),
        "after", result.afterMean(),
        "change", result.change(),
        "scorerClass", result.scorerClass());
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
