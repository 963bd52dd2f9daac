package dk.genvej.http;

import dk.genvej.shared.Title;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The language the caller is answered in: Danish unless English is asked for. */
public final class Language {

  private Language() {}

  /** That of the running request. */
  static String current() {
    return ServerRequestContext.currentRequest().map(Language::of).orElse("da");
  }

  /** The title in the language of the running request. */
  public static String text(Title title) {
    return current().equals("en") ? title.en() : title.da();
  }

  static String of(HttpRequest<?> request) {
    return Stream.of(request.getHeaders().get("Accept-Language"))
        .filter(Objects::nonNull)
        .filter(header -> header.strip().toLowerCase(Locale.ROOT).startsWith("en"))
        .map(_ -> "en")
        .findFirst()
        .orElse("da");
  }
}
