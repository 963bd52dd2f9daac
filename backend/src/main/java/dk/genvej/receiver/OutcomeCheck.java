package dk.genvej.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Every rule of the contract about the content of one version. */
final class OutcomeCheck {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");
  private static final Pattern NUMBER = Pattern.compile("[^\\p{Cntrl}]{1,20}");

  private static final Set<String> REQUIRED =
      Set.of(
          "trackingId",
          "version",
          "municipality",
          "event",
          "operation",
          "eventOn",
          "districtId",
          "ageBand",
          "legalBasis",
          "startedOn",
          "dueOn",
          "cohort",
          "historic",
          "instruments",
          "definitionVersion");

  private static final Set<String> HELP_BASES = Set.of("MINUTES", "COURSE_LEVEL");

  /** The form of each member: a kind, or the codes it may be. */
  private static final Map<String, Object> FORMS =
      Map.ofEntries(
          Map.entry("trackingId", UUID),
          Map.entry("version", Integer.class),
          Map.entry("municipality", Integer.class),
          Map.entry("event", Set.of("COMPLETED", "STOPPED", "FOLLOW_UP")),
          Map.entry("operation", Set.of("NEW", "CORRECTION", "ANNULLED")),
          Map.entry("supersedes", Integer.class),
          Map.entry("eventOn", LocalDate.class),
          Map.entry("districtId", UUID),
          Map.entry("servingUnitId", UUID),
          Map.entry(
              "ageBand",
              Set.of(
                  "UNDER_65",
                  "FROM_65_TO_69",
                  "FROM_70_TO_74",
                  "FROM_75_TO_79",
                  "FROM_80_TO_84",
                  "FROM_85_TO_89",
                  "FROM_90")),
          Map.entry("livesAlone", Boolean.class),
          Map.entry("legalBasis", CODE),
          Map.entry("interventionType", CODE),
          Map.entry("referralReason", CODE),
          Map.entry("startedOn", LocalDate.class),
          Map.entry("dueOn", LocalDate.class),
          Map.entry("evaluatedOn", LocalDate.class),
          Map.entry("completedOn", LocalDate.class),
          Map.entry("stoppedOn", LocalDate.class),
          Map.entry("stopReason", CODE),
          Map.entry("stopWeek", Integer.class),
          Map.entry("before", Map.class),
          Map.entry("shadow", Map.class),
          Map.entry("after", Map.class),
          Map.entry(
              "category",
              Set.of("SELF_RELIANT", "LESS_HELP", "UNCHANGED", "MORE_HELP", "NOT_COMPUTABLE")),
          Map.entry("categoryReason", CODE),
          Map.entry("goalsMet", Integer.class),
          Map.entry("goalsTotal", Integer.class),
          Map.entry("visits", Integer.class),
          Map.entry("visitMinutes", Number.class),
          Map.entry("instruments", List.class),
          Map.entry("followUp", Map.class),
          Map.entry("cohort", Boolean.class),
          Map.entry("historic", Boolean.class),
          Map.entry("definitionVersion", NUMBER));

  private final JsonNode body;
  private final List<Violation> violations = new ArrayList<>();

  private OutcomeCheck(JsonNode body) {
    this.body = body;
  }

  /**
   * @param trackingId as the address has it
   */
  static List<Violation> of(JsonNode body, java.util.UUID trackingId, int version) {
    var check = new OutcomeCheck(body);
    check.form();
    if (check.violations.isEmpty()) {
      check.content(trackingId, version);
    }
    return List.copyOf(check.violations);
  }

  private void form() {
    REQUIRED.stream().filter(name -> !body.has(name)).sorted().forEach(n -> wrong(n, "MISSING"));
    for (var member : body.properties()) {
      var form = FORMS.get(member.getKey());
      if (form == null) {
        wrong(member.getKey(), "UNKNOWN");
      } else if (!hasForm(member.getValue(), form)) {
        wrong(member.getKey(), "FORM");
      }
    }
    for (var name : List.of("before", "shadow", "after")) {
      help(name, Set.of("minutesPerWeek", "basis"));
    }
    help("followUp", Set.of("month", "minutesPerWeek", "basis", "result"));
    instruments();
  }

  private static boolean hasForm(JsonNode value, Object form) {
    return switch (form) {
      case Pattern pattern -> value.isTextual() && pattern.matcher(value.textValue()).matches();
      case Set<?> codes -> value.isTextual() && codes.contains(value.textValue());
      case Class<?> kind when kind == Integer.class -> value.isInt() && value.intValue() >= 0;
      case Class<?> kind when kind == Number.class -> value.isNumber() && value.doubleValue() >= 0;
      case Class<?> kind when kind == Boolean.class -> value.isBoolean();
      case Class<?> kind when kind == LocalDate.class -> value.isTextual() && isDay(value);
      case Class<?> kind when kind == List.class -> value.isArray();
      default -> value.isObject();
    };
  }

  private static boolean isDay(JsonNode value) {
    try {
      return LocalDate.parse(value.textValue()).getYear() > 1900;
    } catch (DateTimeParseException other) {
      return false;
    }
  }

  private void help(String name, Set<String> members) {
    if (!body.has(name)) {
      return;
    }
    var help = body.get(name);
    var names = new HashSet<String>();
    help.fieldNames().forEachRemaining(names::add);
    if (!names.equals(members)
        || !hasForm(help.path("minutesPerWeek"), Number.class)
        || !hasForm(help.path("basis"), HELP_BASES)) {
      wrong(name, "FORM");
    }
  }

  private void instruments() {
    var seen = new HashSet<String>();
    for (int i = 0; i < body.path("instruments").size(); i++) {
      var one = body.path("instruments").get(i);
      var scale =
          one.path("instrument").asText()
              + "|"
              + one.path("instrumentVersion").asText()
              + "|"
              + one.path("scale").asText();
      if (!seen.add(scale)) {
        wrong("instruments/" + i, "TWICE");
      }
      if (one.path("items").asInt() < 1 || !one.path("change").isNumber()) {
        wrong("instruments/" + i, "FORM");
      }
    }
  }

  private void content(java.util.UUID trackingId, int version) {
    require(text("trackingId").equals(trackingId.toString()), "trackingId", "NOT_THE_ADDRESS");
    require(number("version") == version && version > 0, "version", "NOT_THE_ADDRESS");
    boolean isNew = text("operation").equals("NEW");
    require(isNew != body.has("supersedes"), "supersedes", "CONTRADICTS");
    require(isNew || earlier("supersedes", version), "supersedes", "NOT_EARLIER");
    require(!day("dueOn").isBefore(day("startedOn")), "dueOn", "BEFORE_START");
    require(number("goalsMet") <= number("goalsTotal"), "goalsMet", "MORE_THAN_ALL");
    event();
  }

  private boolean earlier(String name, int version) {
    return number(name) > 0 && number(name) < version;
  }

  private void event() {
    var event = text("event");
    boolean followUp = event.equals("FOLLOW_UP");
    require(followUp == body.has("followUp"), "followUp", "CONTRADICTS");
    require(event.equals("STOPPED") == body.has("stoppedOn"), "stoppedOn", "CONTRADICTS");
    require(event.equals("STOPPED") == body.has("stopReason"), "stopReason", "CONTRADICTS");
    require(event.equals("STOPPED") != body.has("completedOn"), "completedOn", "CONTRADICTS");
    require(event.equals("STOPPED") != body.has("category"), "category", "CONTRADICTS");
    require(followUp != body.has("visits"), "visits", "CONTRADICTS");
    var day = event.equals("STOPPED") ? "stoppedOn" : "completedOn";
    if (body.has(day)) {
      require(!day(day).isBefore(day("startedOn")), day, "BEFORE_START");
      require(followUp || day(day).equals(day("eventOn")), "eventOn", "CONTRADICTS");
    }
  }

  private void require(boolean holds, String name, String code) {
    if (!holds) {
      wrong(name, code);
    }
  }

  private void wrong(String name, String code) {
    violations.add(new Violation("/" + name, code));
  }

  private String text(String name) {
    return body.path(name).asText();
  }

  private int number(String name) {
    return body.path(name).asInt();
  }

  private LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }
}
