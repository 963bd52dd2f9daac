package dk.genvej.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.work.Envelope;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what surrounds an operation from the headers and the path of a request. */
@Singleton
final class Envelopes {

  private static final String MUTATION_ID = "Mutation-Id";
  private static final String DEVICE_ID = "Device-Id";
  private static final String RECORDED_AT = "Recorded-At";
  private static final String IF_MATCH = "If-Match";

  /** A decimal number read by it loses its last zeros. */
  private static final ObjectMapper SPELLED =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private final JsonMapper mapper;

  Envelopes(JsonMapper mapper) {
    this.mapper = mapper;
  }

  Envelope ofRead(HttpRequest<?> request) {
    return envelope(request, null, null);
  }

  Envelope ofWrite(HttpRequest<?> request, @Nullable Object body) {
    var mutationId =
        header(request, MUTATION_ID, UUID::fromString)
            .orElseThrow(
                () -> new InvalidRequestException(ProblemCode.MUTATION_ID_MISSING, List.of()));
    return envelope(request, mutationId, hash(request, body));
  }

  private Envelope envelope(
      HttpRequest<?> request, @Nullable UUID mutationId, byte @Nullable [] hash) {
    return new Envelope(
        GateFilter.operation(request).orElseThrow(),
        Requests.id(request),
        mutationId,
        hash,
        header(request, IF_MATCH, Envelopes::version).orElse(null),
        header(request, DEVICE_ID, UUID::fromString).orElse(null),
        header(request, RECORDED_AT, text -> OffsetDateTime.parse(text).toInstant()).orElse(null),
        resource(request),
        false);
  }

  private byte[] hash(HttpRequest<?> request, @Nullable Object body) {
    return hash(
        GateFilter.operation(request).orElseThrow(),
        variables(request),
        header(request, IF_MATCH, Envelopes::version).orElse(null),
        body);
  }

  /**
   * Over what the write means, not how it was spelled: the body as read, keys in their order, a
   * number without its last zeros. The same for a request and for an item of a queue.
   */
  byte[] hash(
      String operation,
      Map<String, ? extends Object> path,
      @Nullable Integer baseVersion,
      @Nullable Object body) {
    var text = new ByteArrayOutputStream();
    try {
      text.write((operation + spelled(path) + baseVersion).getBytes(StandardCharsets.UTF_8));
      if (body != null) {
        text.write(SPELLED.writeValueAsBytes(SPELLED.readTree(mapper.writeValueAsBytes(body))));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Ids.sha256(text.toByteArray());
  }

  private static Map<String, String> spelled(Map<String, ? extends Object> path) {
    var spelled = new TreeMap<String, String>();
    path.forEach((name, id) -> spelled.put(name, id.toString().toLowerCase(Locale.ROOT)));
    return spelled;
  }

  private static @Nullable UUID resource(HttpRequest<?> request) {
    return variables(request).values().stream()
        .map(Object::toString)
        .filter(text -> text.length() == 36)
        .reduce((_, last) -> last)
        .map(UUID::fromString)
        .orElse(null);
  }

  private static Map<String, Object> variables(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .map(RouteMatch::getVariableValues)
        .orElse(Map.of());
  }

  private static Integer version(String etag) {
    return Integer.valueOf(etag.replace("\"", "").strip());
  }

  private static String header(HttpRequest<?> request, String name) {
    return request.getHeaders().findFirst(name).orElse("");
  }

  private static <T> Optional<T> header(
      HttpRequest<?> request, String name, Function<String, T> parse) {
    var text = header(request, name);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new InvalidRequestException(
          ProblemCode.PARAMETER_INVALID,
          List.of(new Violation(name, "format", "the header cannot be read")));
    }
  }
}
