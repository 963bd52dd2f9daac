package dk.genvej.http;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.api.model.PushRequest;
import dk.genvej.shared.ProblemCode;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a request body of the API: strict JSON first, then judged by its schema of the contract,
 * then made into the generated type. All that is wrong is told at once, each with its JSON pointer.
 */
@Singleton
@Order(-100)
@Consumes(MediaType.APPLICATION_JSON)
final class BodyReader<T> implements MessageBodyReader<T> {

  private static final String GENERATED = "dk.genvej.api.model";
  private static final Pattern ITEM = Pattern.compile("/mutations/\\d+/body/");

  private final Contract contract;
  private final JsonMapper mapper;

  BodyReader(Contract contract, JsonMapper mapper) {
    this.contract = contract;
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(Argument<T> type, MediaType mediaType) {
    return type.getType().getPackageName().equals(GENERATED);
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> bytes) {
    return parse(type, bytes.toByteArray());
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream in) {
    try {
      return parse(type, in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private T parse(Argument<T> type, byte[] bytes) {
    var tree = StrictJson.read(bytes);
    var violations = new ArrayList<>(unstorable(type, tree));
    violations.addAll(contract.judge(type.getType().getSimpleName(), tree));
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(ProblemCode.BODY_INVALID, violations);
    }
    return convert(type, bytes, tree);
  }

  /** One poisoned item must not hold up a queue: what is in the items is judged with each. */
  private List<Violation> unstorable(Argument<T> type, JsonNode tree) {
    var found = StrictJson.unstorable(tree);
    return type.getType() == PushRequest.class
        ? found.stream().filter(one -> !ITEM.matcher(one.pointer()).lookingAt()).toList()
        : found;
  }

  private T convert(Argument<T> type, byte[] bytes, JsonNode tree) {
    try {
      return mapper.readValue(bytes, type);
    } catch (IOException differs) {
      // The schema allowed what the generated type cannot hold: the contract has a gap.
      throw new InvalidRequestException(
          ProblemCode.BODY_INVALID, List.of(new Violation("", "type", "the body cannot be read")));
    }
  }
}
