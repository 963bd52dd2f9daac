package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
      throw new AssertionError("not JSON: " + text, notJson);
    }
  }

  /** The value at a JSON pointer, as text; "" when it is not there. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  public UUID id() {
    return UUID.fromString(at("/id"));
  }

  public int version() {
    return json().at("/version").asInt();
  }

  /** The problem's; "" when nothing was refused with one, or it is no JSON at all. */
  public String code() {
    return headers.firstValue("Content-Type").orElse("").contains("json") ? at("/code") : "";
  }

  public Answer ok() {
    return is(200);
  }

  public Answer created() {
    return is(201);
  }

  public Answer is(int expected) {
    Assertions.assertThat(status).as(text).isEqualTo(expected);
    return this;
  }

  public Answer refused(int expected, String code) {
    is(expected);
    Assertions.assertThat(code()).as(text).isEqualTo(code);
    return this;
  }
}
