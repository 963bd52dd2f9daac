package dk.genvej.citizen;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
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

  /** Signs what a tablet gets to keep and gives back unread. */
  public static final String SYNC = "SYNC";

  private final KeySets keySets;
  private final ConcurrentHashMap<Integer, Keys> keys = new ConcurrentHashMap<>();

  CprVault(KeySets keySets) {
    this.keySets = keySets;
  }

  /** The number as it is kept with this citizen. */
  SealedCpr sealed(int municipality, UUID citizenId, Cpr cpr) {
    return new SealedCpr(
        seal(municipality, citizenId, cpr), index(municipality, cpr), indexKey(municipality));
  }

  /** The number sealed to this citizen: moved to another row it does not open. */
  byte[] seal(int municipality, UUID citizenId, Cpr cpr) {
    return guarded(
        () ->
            keys(municipality).seal().encrypt(utf8(cpr.digits()), bound(municipality, citizenId)));
  }

  Cpr open(Citizen citizen) {
    return open(citizen.municipalityId(), citizen.id(), citizen.cprSealed());
  }

  Cpr open(int municipality, UUID citizenId, byte[] sealed) {
    return guarded(
        () ->
            new Cpr(
                new String(
                    keys(municipality).seal().decrypt(sealed, bound(municipality, citizenId)),
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
    add(municipality, SYNC, PredefinedMacParameters.HMAC_SHA256_128BITTAG);
  }

  private void add(int municipality, String purpose, Parameters parameters) {
    guarded(
        () -> {
          keySets.add(municipality, purpose, parameters);
          return purpose;
        });
  }

  private Keys keys(int municipality) {
    return keys.computeIfAbsent(
        municipality,
        _ ->
            guarded(
                () ->
                    new Keys(
                        keySets.primitive(municipality, CPR, Aead.class),
                        keySets.primitive(municipality, CPR_INDEX, PrfSet.class))));
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
