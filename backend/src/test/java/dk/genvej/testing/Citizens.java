package dk.genvej.testing;

import dk.genvej.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented citizen, valid unless a test says otherwise. */
public final class Citizens {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Map<String, Object> draft = new LinkedHashMap<>();

  private Citizens(World world) {
    draft.put("id", Ids.next());
    draft.put("cpr", inventedCpr("150642"));
    draft.put("name", "Inger Opdigtet");
    draft.put("birthDate", "1942-06-15");
    draft.put("address", Map.of("street", "Prøvevej 1", "postCode", "4200", "city", "Slagelse"));
    draft.put("careAreaId", world.nordArea);
    draft.put("flags", flags());
    draft.put("responsibleVisitatorId", world.vera.id());
  }

  public static Citizens aCitizen(World world) {
    return new Citizens(world);
  }

  public Citizens with(String property, Object value) {
    draft.put(property, value);
    return this;
  }

  public Citizens named(String name) {
    return with("name", name);
  }

  public Citizens in(UUID careArea) {
    return with("careAreaId", careArea);
  }

  public Map<String, Object> draft() {
    return draft;
  }

  /** Registers the citizen as a visitator would. */
  public UUID registeredBy(TestUser visitator) {
    return Api.as(visitator).post("/citizens", draft).created().id();
  }

  public static Map<String, Object> flags() {
    var flags = new LinkedHashMap<String, Object>();
    flags.put("hearingImpaired", false);
    flags.put("visionImpaired", false);
    flags.put("exemptFromDigitalPost", false);
    flags.put("livesAlone", true);
    flags.put("reducedCapacity", false);
    return flags;
  }

  /** A number with that date that fails modulus 11, so that it is nobody's. */
  public static String inventedCpr(String ddmmyy) {
    while (true) {
      var cpr = ddmmyy + "%04d".formatted(NEXT.incrementAndGet() % 4000);
      int[] weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
      int sum = 0;
      for (int i = 0; i < 10; i++) {
        sum += weights[i] * (cpr.charAt(i) - '0');
      }
      if (sum % 11 != 0) {
        return cpr;
      }
    }
  }
}
