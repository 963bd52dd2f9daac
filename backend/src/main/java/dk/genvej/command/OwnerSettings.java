package dk.genvej.command;

import dk.genvej.database.Installation;
import io.micronaut.context.env.Environment;
import java.util.ArrayList;

/** How the owner of the schema reaches the database; only for commands, never for serve. */
record OwnerSettings(String url, String username, String password) {

  static OwnerSettings of(Environment settings) {
    var url = text(settings, "datasources.default.url", "");
    var password = text(settings, "genvej.owner.password", "");
    var refusals = new ArrayList<String>();
    if (url.isEmpty()) {
      refusals.add("Setting datasources.default.url is missing: say which database.");
    }
    if (password.isEmpty()) {
      refusals.add(
          "Setting genvej.owner.password is missing: give it in the environment"
              + " (GENVEJ_OWNER_PASSWORD).");
    }
    if (!refusals.isEmpty()) {
      throw new RefusedSettings(refusals);
    }
    return new OwnerSettings(
        url, text(settings, "genvej.owner.username", Installation.OWNER), password);
  }

  private static String text(Environment settings, String name, String otherwise) {
    return settings.getProperty(name, String.class).orElse(otherwise).strip();
  }
}
