package dk.genvej.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Reads a registry file strictly: a property too many or too few is an error. */
public final class Registry {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Dates()))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Registry() {}

  public static <T> List<T> read(String file, Class<T> row) {
    var list = MAPPER.getTypeFactory().constructCollectionType(List.class, row);
    try (var in = Registry.class.getResourceAsStream("/registry/" + file)) {
      return MAPPER.readValue(in, list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Dates extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1;

    Dates() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }
}
