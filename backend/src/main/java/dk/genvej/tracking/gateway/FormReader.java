package dk.genvej.tracking.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.course.CourseState;
import dk.genvej.course.GrantState;
import dk.genvej.course.StopReason;
import dk.genvej.evaluation.EvaluationState;
import dk.genvej.followup.FollowUpResult;
import dk.genvej.followup.FollowUpState;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Time;
import dk.genvej.tracking.gateway.CitizenOnDay.ConditionOnDay;
import dk.genvej.tracking.gateway.CourseOnDay.Aim;
import dk.genvej.tracking.gateway.CourseOnDay.Evaluated;
import dk.genvej.tracking.gateway.CourseOnDay.FollowedUp;
import dk.genvej.tracking.gateway.CourseOnDay.Granted;
import dk.genvej.tracking.gateway.CourseOnDay.HelpLeft;
import dk.genvej.tracking.gateway.CourseOnDay.Visited;
import dk.genvej.tracking.gateway.FormQueries.Form;
import dk.genvej.visit.ContactType;
import dk.genvej.visit.VisitState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a citizen stood from the forms of the records, the rows as JSON. */
final class FormReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Row> rows;

  private FormReader(List<Row> rows) {
    this.rows = rows;
  }

  private record Row(String type, JsonNode content, Instant receivedAt) {}

  /**
   * @param died as the citizen's record says
   */
  static CitizenOnDay read(UUID citizenId, boolean died, List<Form> forms) {
    return new FormReader(forms.stream().map(FormReader::row).toList()).citizen(citizenId, died);
  }

  private static Row row(Form form) {
    try {
      return new Row(form.recordType(), JSON.readTree(form.content()), form.receivedAt());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a " + form.recordType() + " of the database is JSON");
    }
  }

  private CitizenOnDay citizen(UUID citizenId, boolean died) {
    return new CitizenOnDay(
        citizenId,
        died,
        of("course")
            .sorted(Comparator.comparing(row -> day(row.content(), "referred_on")))
            .map(this::course)
            .toList(),
        of("condition").map(row -> condition(row.content())).toList(),
        rows.stream().map(Row::receivedAt).max(Comparator.naturalOrder()).orElse(Instant.MIN));
  }

  private static ConditionOnDay condition(JsonNode row) {
    return new ConditionOnDay(
        id(row, "id"),
        id(row, "code"),
        row.get("level").asInt(),
        row.get("active").asBoolean(),
        day(row, "recorded_on"));
  }

  private CourseOnDay course(Row course) {
    var row = course.content();
    var id = id(row, "id");
    var followUps = of("follow_up", id, FormReader::followUp);
    return new CourseOnDay(
        id,
        CourseState.valueOf(text(row, "state")),
        LegalBasis.valueOf(text(row, "legal_basis")),
        dayOrNull(row, "started_on"),
        dayOrNull(row, "completed_on"),
        dayOrNull(row, "stopped_on"),
        row.get("stop_reason").isNull() ? null : StopReason.valueOf(text(row, "stop_reason")),
        Time.dayOf(course.receivedAt()),
        aims(id),
        of("care_grant", id, FormReader::grant),
        of("evaluation", id, FormReader::evaluation),
        followUps,
        helps(id(row, "referral_id"), followUps),
        of("visit").map(Row::content).filter(one -> held(one, id)).map(FormReader::visit).toList());
  }

  /** The forms come in their order: the level stands since the first of the last that have it. */
  private List<Aim> aims(UUID courseId) {
    var aims = new LinkedHashMap<UUID, Aim>();
    of("course_condition")
        .filter(row -> id(row.content(), "course_id").equals(courseId))
        .forEach(row -> aims.merge(id(row.content(), "id"), aim(row), FormReader::later));
    return List.copyOf(aims.values());
  }

  private static Aim aim(Row row) {
    var content = row.content();
    return new Aim(
        id(content, "id"),
        id(content, "condition_id"),
        content.get("expected_level").isNull() ? null : content.get("expected_level").asInt(),
        content.get("in_focus").asBoolean(),
        Time.dayOf(OffsetDateTime.parse(text(content, "stamp_happened_at")).toInstant()));
  }

  private static Aim later(Aim before, Aim now) {
    return Objects.equals(before.expectedLevel(), now.expectedLevel())
        ? new Aim(now.id(), now.conditionId(), now.expectedLevel(), now.inFocus(), before.since())
        : now;
  }

  private static Granted grant(JsonNode row) {
    var deliveries = new ArrayList<String>();
    row.get("delivery_types").forEach(type -> deliveries.add(type.asText()));
    return new Granted(
        id(row, "id"),
        text(row, "code"),
        textOrNull(row, "level3_code"),
        textOrNull(row, "level3_display"),
        deliveries,
        day(row, "from_day"),
        dayOrNull(row, "until_day"),
        GrantState.valueOf(text(row, "state")));
  }

  private static Evaluated evaluation(JsonNode row) {
    return new Evaluated(
        id(row, "id"),
        EvaluationState.valueOf(text(row, "state")),
        dayOrNull(row, "due_on"),
        dayOrNull(row, "evaluated_on"));
  }

  private static FollowedUp followUp(JsonNode row) {
    return new FollowedUp(
        id(row, "id"),
        FollowUpState.valueOf(text(row, "state")),
        day(row, "due_on"),
        dayOrNull(row, "held_on"),
        row.get("result").isNull() ? null : FollowUpResult.valueOf(text(row, "result")));
  }

  /**
   * After first; then those of follow-ups whose record stands, as an annulled one leaves its own.
   */
  private List<HelpLeft> helps(UUID referralId, List<FollowedUp> followUps) {
    var recorded = new HashSet<UUID>();
    followUps.stream()
        .filter(one -> one.state() == FollowUpState.RECORDED)
        .forEach(one -> recorded.add(one.id()));
    var ofReferral =
        of("help")
            .map(Row::content)
            .filter(row -> id(row, "referral_id").equals(referralId))
            .toList();
    var after = ofReferral.stream().filter(row -> text(row, "moment").equals("AFTER"));
    var later =
        ofReferral.stream()
            .filter(row -> text(row, "moment").equals("FOLLOW_UP"))
            .filter(row -> recorded.contains(id(row, "follow_up_id")))
            .sorted(Comparator.comparing(row -> day(row, "recorded_on")));
    return Stream.concat(after, later)
        .map(row -> new HelpLeft(day(row, "recorded_on"), services(row)))
        .toList();
  }

  private static Set<String> services(JsonNode row) {
    if (row.get("minutes_per_week").decimalValue().signum() == 0) {
      return Set.of();
    }
    var level = textOrNull(row, "course_level_code");
    var services = new HashSet<String>();
    row.get("services").forEach(one -> services.add(text(one, "service")));
    return level == null ? services : Set.of(level);
  }

  private static boolean held(JsonNode row, UUID courseId) {
    return id(row, "course_id").equals(courseId)
        && text(row, "state").equals(VisitState.HELD.name());
  }

  private static Visited visit(JsonNode row) {
    var minutes = row.get("minutes");
    return new Visited(
        id(row, "id"),
        ContactType.valueOf(text(row, "contact_type")),
        OffsetDateTime.parse(text(row, "held_at")).toInstant(),
        minutes.isNull() ? null : new BigDecimal(minutes.asText()));
  }

  private Stream<Row> of(String type) {
    return rows.stream().filter(row -> row.type().equals(type));
  }

  private <T> List<T> of(String type, UUID courseId, Function<JsonNode, T> read) {
    return of(type)
        .map(Row::content)
        .filter(row -> id(row, "course_id").equals(courseId))
        .map(read)
        .toList();
  }

  private static String text(JsonNode row, String column) {
    return row.get(column).asText();
  }

  private static @Nullable String textOrNull(JsonNode row, String column) {
    return row.get(column).isNull() ? null : text(row, column);
  }

  private static UUID id(JsonNode row, String column) {
    return UUID.fromString(text(row, column));
  }

  private static LocalDate day(JsonNode row, String column) {
    return LocalDate.parse(text(row, column));
  }

  private static @Nullable LocalDate dayOrNull(JsonNode row, String column) {
    return row.get(column).isNull() ? null : day(row, column);
  }
}
