package dk.genvej.http;

import dk.genvej.shared.Ids;
import io.micronaut.http.HttpRequest;
import java.util.UUID;

/** The id that names one request in answers and logs. */
final class Requests {

  private static final String ID = "genvej.request";

  private Requests() {}

  static UUID id(HttpRequest<?> request) {
    return request
        .getAttribute(ID, UUID.class)
        .orElseGet(
            () -> {
              var made = Ids.next();
              request.setAttribute(ID, made);
              return made;
            });
  }
}
