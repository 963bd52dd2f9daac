package dk.genvej.course;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dk.genvej.citizen.ConditionCode;
import dk.genvej.citizen.FunctionalLevel;
import dk.genvej.shared.CodeEntry;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The code lists of {@code registry/}, read once. A list that does not read, or has a property too
 * many or too few, stops the start rather than a request.
 */
@Singleton
public class CodeRegistry {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Days()))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final List<ConditionCode> conditions = read("conditions.json", ConditionCode.class);
  private final List<GrantCode> grants = read("grants.json", GrantCode.class);
  private final List<FunctionalLevel> levels = read("levels.json", FunctionalLevel.class);
  private final List<CodeEntry> deliveryTypes = entries("delivery-types");
  private final List<CodeEntry> followUpResults = entries("follow-up-results");
  private final List<CodeEntry> referralSources = entries("referral-sources");
  private final List<CodeEntry> stopReasons = entries("stop-reasons");

  /** Any list as its records; for what packages above the course read themselves. */
  public static <T> List<T> read(String file, Class<T> row) {
    var rows = MAPPER.getTypeFactory().constructCollectionType(List.class, row);
    try (var in = CodeRegistry.class.getResourceAsStream("/registry/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no such list: " + file);
      }
      return List.copyOf(MAPPER.<List<T>>readValue(in, rows));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  public List<ConditionCode> conditions() {
    return conditions;
  }

  public List<GrantCode> grants() {
    return grants;
  }

  public List<FunctionalLevel> levels() {
    return levels;
  }

  public List<CodeEntry> deliveryTypes() {
    return deliveryTypes;
  }

  public List<CodeEntry> followUpResults() {
    return followUpResults;
  }

  public List<CodeEntry> referralSources() {
    return referralSources;
  }

  public List<CodeEntry> stopReasons() {
    return stopReasons;
  }

  public Ruling<ConditionCode> condition(UUID code) {
    return known(find(conditions, ConditionCode::uuid, code::equals));
  }

  public Ruling<GrantCode> grant(UUID code) {
    return known(find(grants, GrantCode::uuid, code::equals));
  }

  public Optional<FunctionalLevel> level(int number) {
    return find(levels, FunctionalLevel::number, one -> one == number);
  }

  private static List<CodeEntry> entries(String list) {
    return read(list + ".json", CodeEntry.class);
  }

  private static <T, K> Optional<T> find(List<T> rows, Function<T, K> key, Predicate<K> wanted) {
    return rows.stream().filter(row -> wanted.test(key.apply(row))).findFirst();
  }

  private static <T> Ruling<T> known(Optional<T> found) {
    return found
        .map(Ruling::allow)
        .orElseGet(() -> Ruling.refuse(Refusal.at("/code", ProblemCode.UNKNOWN_CODE)));
  }

  private static final class Days extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1;

    Days() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }
}
