package dk.genvej.imports;

import dk.genvej.referral.Contact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact (henvendelse). */
record ContactRow(int line, String key, String citizenKey, Contact contact) implements Row {

  @Override
  public List<@Nullable Object> content() {
    return Arrays.asList(
        contact.citizenId(),
        contact.kind(),
        contact.source(),
        contact.receivedOn(),
        contact.reason(),
        contact.dischargedOn(),
        contact.hospital(),
        contact.hasRehabPlan());
  }
}
