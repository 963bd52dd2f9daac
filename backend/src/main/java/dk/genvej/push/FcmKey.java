package dk.genvej.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service account's key as its console hands it out, as far as it is looked at before it is used.
 *
 * @param project whose devices are woken
 */
public record FcmKey(Path file, String project) {

  private static final List<String> NEEDED =
      List.of("client_email", "private_key", "private_key_id", "token_uri");

  /**
   * @param project null or empty takes the key's own
   * @throws IOException telling in words what is wrong with the file, without anything of it
   */
  public static FcmKey read(Path file, @Nullable String project) throws IOException {
    try {
      var key = new ObjectMapper().readTree(Files.readString(file));
      if (key == null || !key.path("type").asText().equals("service_account")) {
        throw new IOException("holds no key of a service account");
      }
      for (var name : NEEDED) {
        if (key.path(name).asText().isBlank()) {
          throw new IOException("lacks " + name);
        }
      }
      var named = project == null || project.isBlank() ? key.path("project_id").asText() : project;
      if (named.isBlank()) {
        throw new IOException("names no project, so genvej.push.project must");
      }
      return new FcmKey(file, named);
    } catch (JsonProcessingException notJson) {
      throw new IOException("is no JSON");
    }
  }
}
