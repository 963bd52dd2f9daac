package dk.genvej.imports;

import dk.genvej.course.Grant;
import dk.genvej.course.GrantLaw;
import dk.genvej.course.GrantState;
import dk.genvej.course.HomeCareGrants;
import dk.genvej.referral.LegalBasis;
import dk.genvej.referral.ServiceHelp;
import dk.genvej.shared.Stamp;
import dk.genvej.shared.Time;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants of home care as of a day (R34). */
@Singleton
class GrantImport implements RowImport<GrantRow> {

  private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
  private static final int WEEKS_OF_A_YEAR = 52;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Map<String, GrantLaw> LAWS =
      Map.of("SEL_83", GrantLaw.SEL_83, "ÆLDRELOVEN_10", GrantLaw.AELDRELOVEN_10);
  private static final Map<String, String> SERVICES =
      Map.of("PERSONLIG_PLEJE", "PERSONAL_CARE", "PRAKTISK_HJÆLP", "PRACTICAL_HELP");

  private final HomeCareGrants grants;
  private final ImportedRowRepository rows;

  GrantImport(HomeCareGrants grants, ImportedRowRepository rows) {
    this.grants = grants;
    this.rows = rows;
  }

  @Override
  public GrantRow read(Fields fields, Surroundings around) {
    var law = fields.code("lovgrundlag", LAWS, GrantLaw.SEL_83);
    var lawKnown = fields.faults().isEmpty();
    var from = fields.date("startdato");
    var until = fields.optionalDate("slutdato");
    var level = code(fields, "niveau");
    judgePeriod(fields, law, from, until);
    return new GrantRow(
        fields.line(),
        fields.key(FileKind.GRANTS),
        fields.text("borger_id", 100),
        around.citizen(fields),
        service(fields, !lawKnown || law == GrantLaw.AELDRELOVEN_10, level),
        level,
        fields.optional("niveau_navn", 200),
        law,
        from,
        until,
        until != null && until.isBefore(around.asOf()) ? GrantState.COMPLETED : GrantState.ACTIVE,
        minutesPerWeek(fields));
  }

  @Override
  public int add(Work work, List<Target<GrantRow>> fresh) {
    lock(work, fresh);
    grants.addAll(
        work,
        fresh.stream()
            .map(target -> grant(work, target, 1, work.stamp(happened(work, target.row()))))
            .toList());
    return 0;
  }

  @Override
  public Tally change(Work work, List<Target<GrantRow>> changed) {
    lock(work, changed);
    var current = grants.find(work, changed.stream().map(Target::recordId).toList());
    var next =
        changed.stream()
            .map(target -> grant(work, target, after(current, target), work.stamp(null)))
            .toList();
    grants.changeAll(work, next);
    return new Tally(0, next.size(), 0, 0, 0);
  }

  @Override
  public List<Standing> standing(Work work, LocalDate asOf) {
    return rows.runningGrants(work.municipality(), asOf).stream()
        .map(row -> new Standing(row.externalKey(), row.recordId(), row.citizenId()))
        .toList();
  }

  @Override
  public void end(Work work, List<Standing> absent, LocalDate asOf) {
    RowImport.lock(work, absent.stream().map(Standing::citizenId).collect(Collectors.toSet()));
    grants.endAll(work, absent.stream().map(Standing::recordId).toList(), asOf);
  }

  private static void judgePeriod(
      Fields fields, GrantLaw law, LocalDate from, @Nullable LocalDate until) {
    if (until != null && until.isBefore(from)) {
      fields.fault("slutdato", FaultKind.PERIOD_REVERSED);
    }
    if (law == GrantLaw.AELDRELOVEN_10
        && from.isBefore(LegalBasis.AELDRELOVEN_10.inForceFrom())
        && !from.equals(LocalDate.EPOCH)) {
      fields.fault("lovgrundlag", FaultKind.LAW_NOT_IN_FORCE);
    }
  }

  private static String service(Fields fields, boolean mayHaveLevel, @Nullable String level) {
    var service = fields.optional("ydelse", 40);
    if ((service == null) == (level == null)) {
      fields.fault("ydelse", FaultKind.SERVICE_OR_LEVEL);
    }
    if (level != null && !mayHaveLevel) {
      fields.fault("niveau", FaultKind.LEVEL_NEEDS_AELDRELOVEN);
    }
    if (service == null) {
      return GrantRow.COURSE_LEVEL;
    }
    var known = SERVICES.get(service.toUpperCase(Locale.of("da")));
    return known == null ? Objects.requireNonNullElse(code(fields, "ydelse"), "") : known;
  }

  private static @Nullable String code(Fields fields, String column) {
    var code = fields.optional(column, 40);
    if (code != null && !CODE.matcher(code).matches()) {
      fields.fault(column, FaultKind.CODE_UNKNOWN);
    }
    return code;
  }

  /** Minutes every N weeks are minutes / N, one decimal (O1, O16). */
  private static BigDecimal minutesPerWeek(Fields fields) {
    var minutes = fields.number("minutter", MINUTES_OF_A_WEEK);
    int weeks = fields.whole("hver_uge", 1, 1, WEEKS_OF_A_YEAR);
    return new ServiceHelp("", minutes, weeks).minutesPerWeek();
  }

  private static void lock(Work work, List<Target<GrantRow>> targets) {
    RowImport.lock(
        work, targets.stream().map(target -> target.row().citizenId()).collect(Collectors.toSet()));
  }

  private static int after(Map<UUID, Grant> current, Target<GrantRow> target) {
    return Objects.requireNonNull(current.get(target.recordId()), "an imported grant").version()
        + 1;
  }

  private static Grant grant(Work work, Target<GrantRow> target, int version, Stamp stamp) {
    var row = target.row();
    return new Grant(
        work.municipality(),
        target.recordId(),
        row.citizenId(),
        null,
        row.code(),
        row.law(),
        row.level(),
        row.levelName(),
        List.of(),
        row.fromDay(),
        row.untilDay(),
        row.state(),
        row.minutesPerWeek(),
        version,
        stamp);
  }

  /** A grant happened when it began, unless that is yet to come. */
  private static @Nullable Instant happened(Work work, GrantRow row) {
    var began = row.fromDay().atStartOfDay(Time.ZONE).toInstant();
    return began.isAfter(work.now()) ? null : began;
  }
}
