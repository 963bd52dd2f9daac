package dk.genvej.imports;

import dk.genvej.access.UnitKind;
import dk.genvej.citizen.CitizenDetails;
import dk.genvej.citizen.Cpr;
import dk.genvej.citizen.Flags;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one line of a file of citizens. */
final class CitizenReader {

  private static final Cpr STAND_IN = new Cpr("0101000000");
  private static final UUID NO_UNIT = new UUID(0, 0);
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{4}");

  private final Fields fields;
  private final Surroundings around;

  CitizenReader(Fields fields, Surroundings around) {
    this.fields = fields;
    this.around = around;
  }

  CitizenRow row() {
    var key = fields.key(FileKind.CITIZENS);
    var cpr = cpr();
    var birth = birthDate(cpr);
    return new CitizenRow(
        fields.line(),
        key,
        columns(),
        cpr,
        around.cprMark().apply(cpr),
        birth,
        details(),
        servingUnit(),
        died(birth),
        moved(birth));
  }

  private static Set<String> columnNames() {
    return FileKind.CITIZENS.columns().stream().map(Column::name).collect(Collectors.toSet());
  }

  private Set<String> columns() {
    return columnNames().stream().filter(fields::has).collect(Collectors.toUnmodifiableSet());
  }

  private Cpr cpr() {
    var text = fields.text("cpr", 40);
    var cpr = Cpr.parse(text).toOptional();
    if (cpr.isEmpty() && !text.isEmpty()) {
      fields.fault("cpr", FaultKind.CPR_MALFORMED);
    }
    return cpr.orElse(STAND_IN);
  }

  /** Told outright or by the number; a replacement number (erstatnings-CPR) need not agree. */
  private LocalDate birthDate(Cpr cpr) {
    var told = fields.optionalDate("fødselsdato");
    var birth = told == null ? cpr.birthDate() : told;
    if (told != null
        && !cpr.equals(STAND_IN)
        && !cpr.replacement()
        && !told.equals(cpr.birthDate())) {
      fields.fault("fødselsdato", FaultKind.BIRTH_DATE_NOT_OF_CPR);
    }
    if (birth.isAfter(around.asOf())) {
      fields.fault(told == null ? "cpr" : "fødselsdato", FaultKind.DATE_IN_FUTURE);
    }
    return birth;
  }

  private CitizenDetails details() {
    var from = fields.optionalDate("beskyttet_fra");
    var until = fields.optionalDate("beskyttet_til");
    if (until != null && from == null) {
      fields.fault("beskyttet_til", FaultKind.PERIOD_WITHOUT_START);
    } else if (until != null && until.isBefore(from)) {
      fields.fault("beskyttet_til", FaultKind.PERIOD_REVERSED);
    }
    return new CitizenDetails(
        fields.text("navn", 200),
        fields.optional("vej", 200),
        postalCode(),
        fields.optional("by", 100),
        fields.optional("telefon", 30),
        from,
        until,
        careArea(),
        visitator(),
        flags());
  }

  private @Nullable String postalCode() {
    var text = fields.optional("postnr", 40);
    if (text != null && !POSTAL_CODE.matcher(text).matches()) {
      fields.fault("postnr", FaultKind.POSTAL_CODE_MALFORMED);
    }
    return text;
  }

  private UUID careArea() {
    var name = fields.text("plejeområde", 100);
    var kinds = Set.of(UnitKind.CARE_AREA, UnitKind.MUNICIPALITY);
    var area = around.unit(fields, "plejeområde", name, kinds);
    return area == null ? NO_UNIT : area;
  }

  private @Nullable UUID servingUnit() {
    var name = fields.optional("leverandør", 100);
    return around.unit(fields, "leverandør", name, Set.of(UnitKind.CARE_TEAM, UnitKind.SUPPLIER));
  }

  private @Nullable UUID visitator() {
    var subject = fields.optional("visitator", 255);
    var visitator = subject == null ? null : around.visitators().get(subject);
    if (subject != null && visitator == null) {
      fields.fault("visitator", FaultKind.VISITATOR_UNKNOWN);
    }
    return visitator;
  }

  private Flags flags() {
    return new Flags(
        fields.optional("tolkesprog", 50),
        fields.yes("hørenedsættelse"),
        fields.yes("synsnedsættelse"),
        fields.yes("fritaget_digital_post"),
        fields.maybe("bor_alene"),
        fields.yes("nedsat_habilitet"));
  }

  private @Nullable LocalDate died(LocalDate birth) {
    var died = notBefore(birth, "død");
    if (died != null && died.isAfter(around.asOf())) {
      fields.fault("død", FaultKind.DATE_IN_FUTURE);
    }
    return died;
  }

  /** A move may be known beforehand. */
  private @Nullable LocalDate moved(LocalDate birth) {
    return notBefore(birth, "fraflyttet");
  }

  private @Nullable LocalDate notBefore(LocalDate birth, String column) {
    var day = fields.optionalDate(column);
    if (day != null && day.isBefore(birth)) {
      fields.fault(column, FaultKind.BEFORE_BIRTH);
    }
    return day;
  }
}
