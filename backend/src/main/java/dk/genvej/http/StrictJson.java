package dk.genvej.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON without benefit of doubt: one value, real UTF-8, no key twice, no bottomless nesting. */
final class StrictJson {

  private static final int DEEPEST = 20;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private StrictJson() {}

  static JsonNode read(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      var tree = MAPPER.readTree(text.toString());
      if (tree == null || tree.isMissingNode()) {
        throw notJson("the body is empty");
      }
      return tree;
    } catch (CharacterCodingException notUtf8) {
      throw notJson("the body is not UTF-8");
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      throw notJson(
          at == null
              ? "the body is not JSON"
              : "not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory", impossible);
    }
  }

  /** Text that is JSON but that no database column can hold: NUL and lone surrogates. */
  static List<Violation> unstorable(JsonNode tree) {
    var found = new ArrayList<Violation>();
    walk("", tree, found);
    return found;
  }

  private static void walk(String pointer, JsonNode node, List<Violation> found) {
    if (node.isTextual() && !storable(node.textValue())) {
      found.add(new Violation(pointer, "text", "holds characters that are not text"));
    }
    node.properties().forEach(e -> walk(pointer + "/" + e.getKey(), e.getValue(), found));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i), found);
      }
    }
  }

  private static boolean storable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static InvalidRequestException notJson(String message) {
    return new InvalidRequestException(
        ProblemCode.BODY_NOT_JSON, List.of(new Violation("", "json", message)));
  }
}
