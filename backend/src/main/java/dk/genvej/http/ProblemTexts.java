package dk.genvej.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The words of every problem, from the catalogue of the API. */
@Singleton
final class ProblemTexts {

  private static final String CATALOGUE = "/openapi/problems.json";

  private final Map<String, JsonNode> byCode = new HashMap<>();

  ProblemTexts() {
    for (var entry : read()) {
      byCode.put(entry.get("code").asText(), entry);
    }
    for (var code : ProblemCode.values()) {
      if (!byCode.containsKey(code.name())) {
        throw new IllegalStateException("the problem catalogue has no words for " + code);
      }
    }
  }

  String title(ProblemCode code, String language) {
    return text(code, "title", language);
  }

  String detail(ProblemCode code, String language) {
    return text(code, "detail", language);
  }

  /** With the refusal's values put in for their {names}. */
  String detail(Refusal refusal, String language) {
    var detail = detail(refusal.code(), language);
    for (var argument : refusal.arguments().entrySet()) {
      detail = detail.replace("{" + argument.getKey() + "}", argument.getValue());
    }
    return detail;
  }

  private String text(ProblemCode code, String part, String language) {
    return Objects.requireNonNull(byCode.get(code.name())).get(part).get(language).asText();
  }

  private static JsonNode read() {
    try (InputStream in = ProblemTexts.class.getResourceAsStream(CATALOGUE)) {
      if (in == null) {
        throw new IllegalStateException("the problem catalogue is not on the class path");
      }
      var tree = new ObjectMapper().readTree(in);
      return tree.isArray() ? tree : tree.get("problems");
    } catch (IOException unreadable) {
      throw new IllegalStateException("the problem catalogue cannot be read", unreadable);
    }
  }
}
