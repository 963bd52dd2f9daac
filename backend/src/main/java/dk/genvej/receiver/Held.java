package dk.genvej.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * One version that is held.
 *
 * @param place in the ledger, from 0
 * @param row which of the course's rows it is: its event, and the month of a follow-up
 */
public record Held(
    int place,
    UUID trackingId,
    int version,
    int municipality,
    String row,
    YearMonth month,
    String operation,
    String hash) {

  static Held of(int place, JsonNode body) {
    return new Held(
        place,
        UUID.fromString(body.path("trackingId").asText()),
        body.path("version").asInt(),
        body.path("municipality").asInt(),
        body.path("event").asText() + " " + body.at("/followUp/month").asInt(),
        YearMonth.from(LocalDate.parse(body.path("eventOn").asText())),
        body.path("operation").asText(),
        Canonical.hash(body));
  }

  boolean annulled() {
    return operation.equals("ANNULLED");
  }
}
