package dk.genvej.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Who can log in to the demo, and with what. */
@Controller("/demo/users")
@Requires(env = "demo")
final class DemoUsers {

  @Serdeable
  record Login(
      String municipality,
      String role,
      String username,
      String password,
      String userId,
      String name,
      String unitId,
      String unit) {}

  @Get
  List<Login> all() {
    return DemoMunicipalities.both().stream()
        .flatMap(municipality -> municipality.staff().stream())
        .map(DemoUsers::login)
        .toList();
  }

  private static Login login(DemoUser user) {
    return new Login(
        "%04d".formatted(user.municipality()),
        user.role().name(),
        user.username(),
        user.password(),
        user.id().toString(),
        user.name(),
        user.unit().id().toString(),
        user.unit().name());
  }
}
