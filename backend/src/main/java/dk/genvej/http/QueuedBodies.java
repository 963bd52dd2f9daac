package dk.genvej.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and judges the bodies of a tablet's queue as {@link BodyReader} does those of requests. */
@Singleton
public class QueuedBodies {

  /** MUTATION_TOO_LARGE in the problem catalogue. */
  private static final int LARGEST = 64 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Contract contract;
  private final Envelopes envelopes;
  private final JsonMapper mapper;

  QueuedBodies(Contract contract, Envelopes envelopes, JsonMapper mapper) {
    this.contract = contract;
    this.envelopes = envelopes;
    this.mapper = mapper;
  }

  /** The body as the generated type; whoever calls gets to know all that is wrong with it. */
  public <T> T read(Argument<T> type, Map<String, Object> body) {
    JsonNode tree = JSON.valueToTree(body);
    throwIfAny(StrictJson.unstorable(tree));
    var bytes = bytes(tree);
    throwIfAny(contract.judge(type.getType().getSimpleName(), tree));
    return convert(type, bytes);
  }

  /** One that landed before, and so was judged before. */
  public <T> T readAgain(Argument<T> type, Map<String, Object> body) {
    return convert(type, bytes(JSON.valueToTree(body)));
  }

  /** The hash that the same write sent online has. */
  public byte[] hash(
      String operation,
      Map<String, UUID> path,
      @Nullable Integer baseVersion,
      @Nullable Object body) {
    return envelopes.hash(operation, path, baseVersion, body);
  }

  /** A body or a view as JSON, for comparing its properties. */
  public JsonNode tree(Object value) {
    try {
      return StrictJson.read(mapper.writeValueAsBytes(value));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] bytes(JsonNode tree) {
    try {
      var bytes = JSON.writeValueAsBytes(tree);
      if (bytes.length > LARGEST) {
        throw RefusalException.of(ProblemCode.MUTATION_TOO_LARGE);
      }
      return bytes;
    } catch (IOException unwritable) {
      throw invalid(List.of(new Violation("", "json", "the body cannot be written")));
    }
  }

  private <T> T convert(Argument<T> type, byte[] bytes) {
    try {
      return mapper.readValue(bytes, type);
    } catch (IOException differs) {
      throw invalid(List.of(new Violation("", "type", "the body cannot be read")));
    }
  }

  private static void throwIfAny(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw invalid(new ArrayList<>(violations));
    }
  }

  private static InvalidRequestException invalid(List<Violation> violations) {
    return new InvalidRequestException(ProblemCode.BODY_INVALID, violations);
  }
}
