package dk.genvej.imports;

import dk.genvej.audit.Change;
import dk.genvej.referral.ReferralKind;
import dk.genvej.referral.ReferralReason;
import dk.genvej.referral.ReferralSource;
import dk.genvej.referral.ReferralState;
import dk.genvej.shared.Stamp;
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

  private final ContactRepository contacts;

  ContactImport(ContactRepository contacts) {
    this.contacts = contacts;
  }

  @Override
  public ContactRow read(Fields fields, Surroundings around) {
    var row =
        new ContactRow(
            fields.line(),
            fields.key(FileKind.CONTACTS),
            fields.text("borger_id", 100),
            around.citizen(fields),
            fields.code("art", KINDS, ReferralKind.HOME_CARE),
            fields.code("kilde", SOURCES, ReferralSource.OTHER),
            fields.date("modtaget"),
            reason(fields),
            fields.optionalDate("udskrevet"),
            fields.optional("sygehus", 200),
            fields.yes("genoptræningsplan"));
    if (row.receivedOn().isAfter(around.asOf())) {
      fields.fault("modtaget", FaultKind.DATE_IN_FUTURE);
    }
    if ((row.dischargedOn() == null) != (row.hospital() == null)) {
      fields.fault(row.hospital() == null ? "sygehus" : "udskrevet", FaultKind.HOSPITAL_MISSING);
    }
    return row;
  }

  @Override
  public int add(Work work, List<Target<ContactRow>> fresh) {
    lock(work, fresh);
    var made =
        fresh.stream()
            .map(
                target ->
                    contact(
                        work,
                        target,
                        ReferralState.OPEN,
                        target.row().reason(),
                        1,
                        work.stamp(target.row().receivedOn().atStartOfDay(Time.ZONE).toInstant())))
            .toList();
    contacts.saveAll(made);
    made.forEach(contact -> tell(work, "ReferralReceived", contact));
    return 0;
  }

  /** Where the contact has come to stays; once assessed, so does the visitator's reason. */
  @Override
  public Tally change(Work work, List<Target<ContactRow>> changed) {
    lock(work, changed);
    var current =
        contacts.of(work.municipality(), changed.stream().map(Target::recordId).toList()).stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    var next = changed.stream().map(target -> next(work, target, current)).toList();
    contacts.updateAll(next);
    next.forEach(contact -> tell(work, "ReferralChanged", contact));
    return new Tally(0, next.size(), 0, 0, 0);
  }

  private static @Nullable ReferralReason reason(Fields fields) {
    return fields.optional("årsag", 40) == null
        ? null
        : fields.code("årsag", REASONS, ReferralReason.OTHER);
  }

  private static void lock(Work work, List<Target<ContactRow>> targets) {
    RowImport.lock(
        work, targets.stream().map(target -> target.row().citizenId()).collect(Collectors.toSet()));
  }

  private static Contact next(Work work, Target<ContactRow> target, Map<UUID, Contact> current) {
    var here = Objects.requireNonNull(current.get(target.recordId()), "an imported contact");
    var reason = here.state() == ReferralState.OPEN ? target.row().reason() : here.reason();
    return contact(work, target, here.state(), reason, here.version() + 1, work.stamp(null));
  }

  private static Contact contact(
      Work work,
      Target<ContactRow> target,
      ReferralState state,
      @Nullable ReferralReason reason,
      int version,
      Stamp stamp) {
    var row = target.row();
    return new Contact(
        work.municipality(),
        target.recordId(),
        row.citizenId(),
        state,
        row.kind(),
        row.source(),
        row.receivedOn(),
        row.dischargedOn(),
        row.hospital(),
        row.hasRehabPlan(),
        reason,
        version,
        stamp);
  }

  private static void tell(Work work, String kind, Contact contact) {
    work.changed(
        new Change(
            kind,
            "referral",
            contact.id(),
            contact.version(),
            contact.citizenId(),
            null,
            contact.stamp().happenedAt(),
            null));
  }
}
