package dk.genvej.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.access.Verb;
import dk.genvej.api.model.PropertyValue;
import dk.genvej.api.model.RecordType;
import dk.genvej.api.model.RecordVersion;
import dk.genvej.api.model.RecordVersionPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every record about a citizen, as it was kept. */
@Singleton
class CitizenHistory {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a version is stamped with stands beside its values, and a CPR number nowhere. */
  private static final Set<String> NOT_VALUES =
      Set.of(
          "municipality_id",
          "citizen_id",
          "id",
          "seq",
          "version",
          "cpr_sealed",
          "cpr_index",
          "cpr_key",
          "name_key");

  private static final Map<String, RecordType> TYPES =
      Map.ofEntries(
          Map.entry("citizen", RecordType.CITIZEN),
          Map.entry("care_relation", RecordType.SERVING_UNIT),
          Map.entry("referral", RecordType.REFERRAL),
          Map.entry("help", RecordType.REVISITATION),
          Map.entry("course", RecordType.COURSE),
          Map.entry("condition", RecordType.CONDITION),
          Map.entry("course_condition", RecordType.PLAN),
          Map.entry("care_grant", RecordType.GRANT),
          Map.entry("pause", RecordType.PAUSE),
          Map.entry("note", RecordType.NOTE),
          Map.entry("goal", RecordType.GOAL),
          Map.entry("score", RecordType.SCORES),
          Map.entry("visit", RecordType.VISIT),
          Map.entry("agreement", RecordType.AGREEMENT),
          Map.entry("evaluation", RecordType.EVALUATION),
          Map.entry("follow_up", RecordType.FOLLOW_UP),
          Map.entry("task", RecordType.TASK));

  private final CitizenRepository repository;
  private final Refs refs;

  CitizenHistory(CitizenRepository repository, Refs refs) {
    this.repository = repository;
    this.refs = refs;
  }

  RecordVersionPage page(Work work, UUID id, @Nullable String cursor, int limit) {
    var citizenId =
        repository
            .find(work.municipality(), id)
            .map(Citizen::id)
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    work.require(Verb.READ_COURSE, citizenId, null);
    work.disclose(citizenId);
    var place = Cursors.parse(cursor, "0");
    var lines =
        repository.history(
            work.municipality(), citizenId, Long.parseLong(place.value()), place.id(), limit + 1);
    var page =
        new RecordVersionPage(Cursors.page(lines, limit).stream().map(l -> view(work, l)).toList());
    page.setNext(
        Cursors.next(lines, limit, l -> new Cursors(read(l).path("seq").asText(), l.recordId())));
    return page;
  }

  private RecordVersion view(Work work, CitizenRepository.VersionLine line) {
    var content = read(line);
    var values =
        content.properties().stream()
            .filter(one -> !NOT_VALUES.contains(one.getKey()) && !one.getKey().startsWith("stamp_"))
            .filter(one -> !one.getValue().isNull())
            .map(one -> new PropertyValue(camel(one.getKey()), text(one.getValue())))
            .toList();
    var type = TYPES.getOrDefault(line.recordType(), RecordType.CITIZEN);
    var version =
        new RecordVersion(
            type, line.recordId(), line.version(), refs.stamp(work, stamp(content)), values);
    version.setAnnulledReason(content.path("annulled_reason").asText(null));
    return version;
  }

  private static Stamp stamp(JsonNode content) {
    var prefix = content.has("stamp_received_at") ? "stamp_" : "";
    var received = time(content, prefix + "received_at");
    return new Stamp(
        content.has("stamp_happened_at") ? time(content, "stamp_happened_at") : received,
        content.has("stamp_recorded_at") ? time(content, "stamp_recorded_at") : received,
        received,
        UUID.fromString(content.path(prefix + "author_id").asText()),
        null,
        null);
  }

  private static java.time.Instant time(JsonNode content, String column) {
    return OffsetDateTime.parse(content.path(column).asText()).toInstant();
  }

  private static String text(JsonNode value) {
    var text = value.isValueNode() ? value.asText() : value.toString();
    return text.substring(0, Math.min(text.length(), 4000));
  }

  private static String camel(String column) {
    var words = column.split("_");
    var name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  private static JsonNode read(CitizenRepository.VersionLine line) {
    try {
      return JSON.readTree(line.content());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database wrote JSON that is none", impossible);
    }
  }
}
