package dk.genvej.imports;

import dk.genvej.referral.Contact;
import dk.genvej.referral.Referral;
import dk.genvej.referral.ReferralKind;
import dk.genvej.referral.ReferralReason;
import dk.genvej.referral.ReferralSource;
import dk.genvej.referral.Referrals;
import dk.genvej.shared.Time;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contacts (henvendelser); each waits for a visitator like one made here. */
@Singleton
class ContactImport implements RowImport<ContactRow> {

  private static final Map<String, ReferralKind> KINDS =
      Map.of("HJEMMEPLEJE", ReferralKind.HOME_CARE, "RENGØRING", ReferralKind.CLEANING);

  /** KL's list A1 to A15, in its order. */
  private static final Map<String, ReferralSource> SOURCES =
      Arrays.stream(ReferralSource.values())
          .collect(Collectors.toMap(source -> "A" + (source.ordinal() + 1), Function.identity()));

  private static final Map<String, ReferralReason> REASONS =
      Map.of(
          "EFTER_INDLÆGGELSE", ReferralReason.AFTER_ADMISSION,
          "NY_ANSØGER", ReferralReason.NEW_APPLICANT,
          "MERE_HJÆLP", ReferralReason.MORE_HELP_NEEDED,
          "FALD_I_FUNKTION", ReferralReason.FUNCTIONAL_DECLINE,
          "TIDLIG_OPSPORING", ReferralReason.EARLY_FINDING,
          "ANDET", ReferralReason.OTHER);

  private final Referrals referrals;

  ContactImport(Referrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public ContactRow read(Fields fields, Surroundings around) {
    var key = fields.key(FileKind.CONTACTS);
    var contact = contact(fields, around);
    if (contact.receivedOn().isAfter(around.asOf())) {
      fields.fault("modtaget", FaultKind.DATE_IN_FUTURE);
    }
    if ((contact.dischargedOn() == null) != (contact.hospital() == null)) {
      var missing = contact.hospital() == null ? "sygehus" : "udskrevet";
      fields.fault(missing, FaultKind.HOSPITAL_MISSING);
    }
    return new ContactRow(fields.line(), key, fields.text("borger_id", 100), contact);
  }

  @Override
  public int add(Work work, List<Target<ContactRow>> fresh) {
    lock(work, fresh);
    referrals.addAll(work, fresh.stream().map(target -> received(work, target)).toList());
    return 0;
  }

  @Override
  public Tally change(Work work, List<Target<ContactRow>> changed) {
    lock(work, changed);
    var current = referrals.find(work, changed.stream().map(Target::recordId).toList());
    var next = changed.stream().map(target -> next(work, target, current)).toList();
    referrals.saveAll(work, next);
    return new Tally(0, next.size(), 0, 0, 0);
  }

  private static Contact contact(Fields fields, Surroundings around) {
    return new Contact(
        around.citizen(fields),
        fields.code("art", KINDS, ReferralKind.HOME_CARE),
        fields.code("kilde", SOURCES, ReferralSource.OTHER),
        fields.date("modtaget"),
        reason(fields),
        fields.optionalDate("udskrevet"),
        fields.optional("sygehus", 200),
        fields.yes("genoptræningsplan"));
  }

  private static @Nullable ReferralReason reason(Fields fields) {
    return fields.optional("årsag", 40) == null
        ? null
        : fields.code("årsag", REASONS, ReferralReason.OTHER);
  }

  private static void lock(Work work, List<Target<ContactRow>> targets) {
    RowImport.lock(
        work,
        targets.stream()
            .map(target -> target.row().contact().citizenId())
            .collect(Collectors.toSet()));
  }

  private static Referral received(Work work, Target<ContactRow> target) {
    var contact = target.row().contact();
    var received = contact.receivedOn().atStartOfDay(Time.ZONE).toInstant();
    return Referral.received(work.municipality(), target.recordId(), contact, work.stamp(received));
  }

  private static Referral next(Work work, Target<ContactRow> target, Map<UUID, Referral> current) {
    return Objects.requireNonNull(current.get(target.recordId()), "an imported contact")
        .toldAnew(target.row().contact(), work.stamp(null));
  }
}
