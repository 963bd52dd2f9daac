package dk.genvej.tracking.gateway;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

/** The gateway over HTTP: PUT of one bundle, with a token for the municipality. */
@Singleton
@Requires(beans = GatewaySettings.class)
final class HttpGateway implements GatewayPort {

  private static final int UNAUTHORIZED = 401;

  private final GatewaySettings settings;
  private final TokenExchange tokens;
  private final OperationOutcomes outcomes;
  private final HttpClient http;

  HttpGateway(GatewaySettings settings, TokenExchange tokens, OperationOutcomes outcomes) {
    this.settings = settings;
    this.tokens = tokens;
    this.outcomes = outcomes;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
  }

  @Override
  public String base() {
    return settings.baseUrl().replaceAll("/+$", "");
  }

  /** A token may have been withdrawn before its time: once more with another. */
  @Override
  public Answer put(int municipality, UUID id, String report) {
    try {
      var answer = send(municipality, id, report);
      if (answer.statusCode() == UNAUTHORIZED) {
        tokens.forget(municipality);
        answer = send(municipality, id, report);
      }
      return outcomes.read(answer.statusCode(), answer.headers(), answer.body());
    } catch (GatewayUnreachable unreachable) {
      return new Answer.Later(String.valueOf(unreachable.getMessage()), Optional.empty());
    } catch (IOException broken) {
      return new Answer.Later(broken.getClass().getSimpleName(), Optional.empty());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Later("interrupted", Optional.empty());
    }
  }

  private HttpResponse<String> send(int municipality, UUID id, String report)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base() + "/Bundle/" + id))
            .timeout(settings.timeout())
            .header("Authorization", "Bearer " + tokens.token(municipality))
            .header("Content-Type", "application/fhir+json")
            .header("Accept", "application/fhir+json")
            .PUT(HttpRequest.BodyPublishers.ofString(report))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
