package dk.genvej.bench;

import dk.genvej.access.TokenJudge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;

/** The least that an answer from the database can cost: {@code select 1} behind a token. */
@Controller("/bench")
class OneController {

  private static final String BEARER = "Bearer ";

  private final TokenJudge tokens;
  private final TransactionOperations<Connection> database;

  OneController(TokenJudge tokens, TransactionOperations<Connection> database) {
    this.tokens = tokens;
    this.database = database;
  }

  @Get("/one")
  @Produces("application/json")
  HttpResponse<String> one(@Header(HttpHeaders.AUTHORIZATION) String authorization) {
    return tokens
        .judge(authorization.substring(BEARER.length()))
        .map(_ -> HttpResponse.ok("{\"one\":" + select() + "}"))
        .orElseGet(HttpResponse::unauthorized);
  }

  private int select() {
    return database.executeRead(
        status -> {
          try (var query = status.getConnection().prepareStatement("select 1");
              var rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }
}
