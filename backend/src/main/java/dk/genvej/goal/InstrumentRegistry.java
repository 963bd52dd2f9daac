package dk.genvej.goal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.genvej.shared.RefusalException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The instruments of {@code registry/instruments.json}, read once. */
@Singleton
public class InstrumentRegistry {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Instruments instruments = new Instruments(read());

  public Instruments instruments() {
    return instruments;
  }

  /** UNKNOWN_INSTRUMENT when it is not in the registry, in that version. */
  public Instrument get(String code, String version) {
    return RefusalException.valueOf(instruments.find(code, version));
  }

  private static List<Instrument> read() {
    try (var file = InstrumentRegistry.class.getResourceAsStream("/registry/instruments.json")) {
      return List.of(JSON.readValue(file, Instrument[].class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the registry of instruments", unreadable);
    }
  }
}
