package dk.genvej.command;

import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import java.util.ArrayList;
import java.util.List;

/** What {@code serve} does not start with of its receivers of outcomes. */
final class TrackingCheck {

  private static final String RECEIVERS = "genvej.tracking.receivers";

  private final String prefix;
  private final Environment environment;
  private final List<String> refusals = new ArrayList<>();

  private TrackingCheck(String prefix, Environment environment) {
    this.prefix = prefix;
    this.environment = environment;
  }

  static List<String> refusals(Environment environment) {
    return environment.getPropertyEntries(RECEIVERS).stream()
        .sorted()
        .map(name -> new TrackingCheck(RECEIVERS + "." + name + ".", environment))
        .flatMap(check -> check.judge().stream())
        .toList();
  }

  private List<String> judge() {
    address("url", "say where outcomes are sent.");
    if (environment
        .getProperty(prefix + "municipalities", Argument.listOf(Integer.class))
        .filter(codes -> !codes.isEmpty())
        .isEmpty()) {
      refuse("municipalities", "is missing: say whose outcomes it is told, such as 330.");
    }
    if (text("token").isEmpty()) {
      credentials();
    } else if (!text("token-url").isEmpty()) {
      refuse("token", "stands beside token-url: give a fixed token or client credentials.");
    }
    return refusals;
  }

  private void credentials() {
    if (text("token-url").isEmpty()) {
      refuse("token", "is missing: give it in the environment, or token-url and client-id.");
      return;
    }
    address("token-url", "say where tokens are fetched.");
    for (var name : List.of("client-id", "client-secret")) {
      if (text(name).isEmpty()) {
        refuse(name, "is missing: tokens are fetched with it.");
      }
    }
  }

  private void address(String name, String what) {
    if (text(name).isEmpty()) {
      refuse(name, "is missing: " + what);
    } else if (!ServeCheck.encrypted(text(name))) {
      refuse(name, "is not an https address: what is told of citizens is not sent in the clear.");
    }
  }

  private String text(String name) {
    return environment.getProperty(prefix + name, String.class).orElse("").strip();
  }

  private void refuse(String name, String why) {
    refusals.add("Setting " + prefix + name + " " + why);
  }
}
