package dk.genvej.citizen;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals and finds CPR numbers. Each municipality has two key sets of its own, wrapped by the
 * installation's master key: AES-256-GCM seals the number to one citizen, and HMAC-SHA-256 makes
 * the index by which it is found without being opened.
 *
 * <p>Must be called inside a unit of work of the municipality.
 */
@Singleton
public class CprVault {

  private static final int INDEX_BYTES = 32;
  private static final String CPR = "CPR";
  private static final String CPR_INDEX = "CPR_INDEX";

  private final KeySetRepository repository;
  private final Aead master;
  private final ConcurrentHashMap<Integer, Keys> keys = new ConcurrentHashMap<>();

  CprVault(KeySetRepository repository, CprSettings settings) {
    this.repository = repository;
    this.master = master(Path.of(settings.masterKeyFile()));
  }

  /** The number sealed to this citizen: moved to another row it does not open. */
  byte[] seal(int municipality, UUID citizenId, Cpr cpr) {
    return guarded(
        () ->
            keys(municipality).seal().encrypt(utf8(cpr.digits()), bound(municipality, citizenId)));
  }

  Cpr open(Citizen citizen) {
    int municipality = citizen.municipalityId();
    return guarded(
        () ->
            new Cpr(
                new String(
                    keys(municipality)
                        .seal()
                        .decrypt(citizen.cprSealed(), bound(municipality, citizen.id())),
                    StandardCharsets.UTF_8)));
  }

  byte[] index(int municipality, Cpr cpr) {
    return guarded(
        () -> keys(municipality).index().computePrimary(utf8(cpr.digits()), INDEX_BYTES));
  }

  /** Which key the index was made with, so that a rotation can tell old rows from new. */
  int indexKey(int municipality) {
    return keys(municipality).index().getPrimaryId();
  }

  /** A new master key, for a new installation. */
  public static String newMasterKey() {
    return guarded(
        () -> {
          AeadConfig.register();
          return TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
              InsecureSecretKeyAccess.get());
        });
  }

  /** Makes the key sets of a new municipality; existing ones stay. */
  public void prepare(int municipality) {
    add(municipality, CPR, PredefinedAeadParameters.AES256_GCM);
    add(municipality, CPR_INDEX, PredefinedPrfParameters.HMAC_SHA256_PRF);
  }

  private void add(int municipality, String purpose, Parameters parameters) {
    repository.add(
        municipality,
        purpose,
        guarded(
            () ->
                TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(parameters), master, bound(municipality, purpose))));
  }

  private Keys keys(int municipality) {
    return keys.computeIfAbsent(municipality, _ -> guarded(() -> read(municipality)));
  }

  private Keys read(int municipality) throws GeneralSecurityException {
    return new Keys(
        keySet(municipality, CPR).getPrimitive(RegistryConfiguration.get(), Aead.class),
        keySet(municipality, CPR_INDEX).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
  }

  private KeysetHandle keySet(int municipality, String purpose) throws GeneralSecurityException {
    var found = repository.find(municipality, purpose);
    if (found.isEmpty()) {
      throw new IllegalStateException("municipality " + municipality + " has no key " + purpose);
    }
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        found.getFirst().sealed(), master, bound(municipality, purpose));
  }

  private static Aead master(Path file) {
    return guarded(
        () -> {
          AeadConfig.register();
          PrfConfig.register();
          return TinkJsonProtoKeysetFormat.parseKeyset(read(file), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
        });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the master key cannot be read: " + file, unreadable);
    }
  }

  private static byte[] bound(int municipality, Object to) {
    return utf8(municipality + " " + to);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The cause is left out on purpose where it could carry what was to be sealed. */
  private static <T> T guarded(Sealing<T> sealing) {
    try {
      return sealing.run();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "a CPR key does not fit: " + failed.getClass().getSimpleName());
    }
  }

  private interface Sealing<T> {
    T run() throws GeneralSecurityException;
  }

  private record Keys(Aead seal, PrfSet index) {}
}
