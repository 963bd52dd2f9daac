package dk.genvej.citizen;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.PrfConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key sets of the municipalities, one for each purpose, wrapped by the installation's master
 * key. Must be called inside a unit of work of the municipality.
 */
@Singleton
public class KeySets {

  private final KeySetRepository repository;
  private final Aead master;

  KeySets(KeySetRepository repository, CprSettings settings) {
    this.repository = repository;
    this.master = master(Path.of(settings.masterKeyFile()));
  }

  /** What the key set does, for example seal or sign. */
  public <P> P primitive(int municipality, String purpose, Class<P> does)
      throws GeneralSecurityException {
    var found = repository.find(municipality, purpose);
    if (found.isEmpty()) {
      throw new IllegalStateException("municipality " + municipality + " has no key " + purpose);
    }
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
            found.getFirst().sealed(), master, bound(municipality, purpose))
        .getPrimitive(RegistryConfiguration.get(), does);
  }

  /** Makes a key set; an existing one stays. */
  void add(int municipality, String purpose, Parameters parameters)
      throws GeneralSecurityException {
    repository.add(
        municipality,
        purpose,
        TinkProtoKeysetFormat.serializeEncryptedKeyset(
            KeysetHandle.generateNew(parameters), master, bound(municipality, purpose)));
  }

  private static byte[] bound(int municipality, String purpose) {
    return (municipality + " " + purpose).getBytes(StandardCharsets.UTF_8);
  }

  private static Aead master(Path file) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      MacConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "the master key does not fit: " + failed.getClass().getSimpleName());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the master key cannot be read: " + file, unreadable);
    }
  }
}
