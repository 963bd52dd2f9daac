package dk.genvej.tracking.gateway;

import dk.genvej.course.CodeRegistry;
import dk.genvej.course.CourseState;
import dk.genvej.course.GrantState;
import dk.genvej.course.StopReason;
import dk.genvej.evaluation.EvaluationState;
import dk.genvej.followup.FollowUpResult;
import dk.genvej.followup.FollowUpState;
import dk.genvej.referral.LegalBasis;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Intervention;
import dk.genvej.tracking.gateway.CitizenOnDay.ConditionOnDay;
import dk.genvej.tracking.gateway.CourseOnDay.Aim;
import dk.genvej.tracking.gateway.CourseOnDay.Evaluated;
import dk.genvej.tracking.gateway.CourseOnDay.FollowedUp;
import dk.genvej.tracking.gateway.CourseOnDay.Granted;
import dk.genvej.tracking.gateway.CourseOnDay.HelpLeft;
import dk.genvej.tracking.gateway.CourseOnDay.Visited;
import dk.genvej.visit.ContactType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The course of one invented citizen as it stands on an evening: under way since 2 March 2026, with
 * personal care at level 2 and to be 0, granted until 25 May. Each evening is told from the one
 * before.
 */
final class ACourse {

  static final LocalDate START = LocalDate.of(2026, 3, 2);
  static final LocalDate DUE = LocalDate.of(2026, 5, 25);

  private static final UUID CITIZEN = id(1);
  private static final UUID COURSE = id(2);
  private static final UUID CONDITION = id(3);
  private static final UUID AIM = id(4);
  private static final UUID GRANT = id(5);
  private static final UUID EVALUATION = id(6);
  private static final UUID PERSONAL_CARE = UUID.fromString("feb38b55-c2d7-4d57-99c2-93622eaa0025");
  private static final String RH_HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";
  private static final String HELP_AND_CARE = "8dc5f564-b8c6-4aa1-ba34-682d62d15f31";

  /** The municipality's own choice: what it grants as ordinary help. */
  static final Intervention PERSONAL_HELP =
      new Intervention("0195577a-0000-7000-a000-000000000001", "Personlig hjælp", null);

  private static final Classification CLASSIFICATION = new Classification(new CodeRegistry());

  private CourseState state = CourseState.ACTIVE;
  private LegalBasis basis = LegalBasis.SEL_83A;
  private LocalDate started = START;
  private LocalDate completed;
  private LocalDate stopped;
  private StopReason reason;
  private int level = 2;
  private Integer expected = 0;
  private boolean died;
  private String level3;
  private GrantState grant = GrantState.ACTIVE;
  private boolean granted = true;
  private Evaluated evaluation = new Evaluated(EVALUATION, EvaluationState.DUE, DUE, null);
  private final List<FollowedUp> followUps = new ArrayList<>();
  private final List<HelpLeft> helps = new ArrayList<>();
  private final List<Visited> visits = new ArrayList<>();
  private Map<String, Intervention> services = Map.of("PERSONAL_CARE", PERSONAL_HELP);
  private boolean reportsVisits;
  private Guide guide = Guide.V1_2;

  static UUID id(int last) {
    return UUID.fromString("0195577a-0000-7000-9000-%012d".formatted(last));
  }

  ACourse planning() {
    state = CourseState.PLANNING;
    started = null;
    evaluation = null;
    return this;
  }

  ACourse in(CourseState other) {
    state = other;
    return this;
  }

  ACourse underTheElderlyCareAct(String local) {
    basis = LegalBasis.AELDRELOVEN_10;
    level3 = local;
    return this;
  }

  ACourse level(int found) {
    level = found;
    return this;
  }

  ACourse expecting(Integer aim) {
    expected = aim;
    return this;
  }

  ACourse evaluated(LocalDate day, int found) {
    state = CourseState.EVALUATED;
    level = found;
    evaluation = new Evaluated(EVALUATION, EvaluationState.SUBMITTED, DUE, day);
    return this;
  }

  /** Completed, with these services left, in a municipality that follows up once. */
  ACourse completed(LocalDate day, String... left) {
    state = CourseState.COMPLETED;
    completed = day;
    helps.clear();
    helps.add(new HelpLeft(day, Set.of(left)));
    followUps.clear();
    return followingUp(3);
  }

  /** Once more, as many months after the completion. */
  ACourse followingUp(int months) {
    var due = completed.plusMonths(months);
    followUps.add(new FollowedUp(id(10 + followUps.size()), FollowUpState.DUE, due, null, null));
    return this;
  }

  ACourse followedUp(LocalDate day, FollowUpResult result, String... left) {
    followUps.set(0, new FollowedUp(id(10), FollowUpState.RECORDED, day, day, result));
    helps.add(new HelpLeft(day, Set.of(left)));
    return this;
  }

  ACourse stopped(LocalDate day, StopReason why) {
    state = CourseState.STOPPED;
    stopped = day;
    reason = why;
    evaluation = new Evaluated(EVALUATION, EvaluationState.CANCELLED, DUE, null);
    return this;
  }

  ACourse lapsed() {
    state = CourseState.LAPSED;
    return this;
  }

  ACourse died() {
    died = true;
    return this;
  }

  ACourse withoutGrant() {
    granted = false;
    return this;
  }

  ACourse grant(GrantState other) {
    grant = other;
    return this;
  }

  ACourse visited(int id, ContactType type, String at, String minutes) {
    visits.add(new Visited(id(id), type, Instant.parse(at), new BigDecimal(minutes)));
    return this;
  }

  ACourse unvisited(int id) {
    visits.removeIf(one -> one.id().equals(id(id)));
    return this;
  }

  ACourse reportingVisits(Guide by) {
    reportsVisits = true;
    guide = by;
    return this;
  }

  ACourse by(Guide other) {
    guide = other;
    return this;
  }

  ACourse services(Map<String, Intervention> chosen) {
    services = chosen;
    return this;
  }

  Reporting reporting() {
    return new Reporting(
        LocalDate.of(2026, 1, 1),
        guide,
        "123456789012345",
        reportsVisits,
        services,
        CLASSIFICATION);
  }

  CitizenOnDay citizen(LocalDate day) {
    var change = day.atTime(13, 5).atZone(dk.genvej.shared.Time.ZONE).toInstant();
    return new CitizenOnDay(
        CITIZEN,
        died,
        List.of(course(day)),
        List.of(new ConditionOnDay(CONDITION, PERSONAL_CARE, level, true, START.minusDays(3))),
        change);
  }

  private CourseOnDay course(LocalDate day) {
    return new CourseOnDay(
        COURSE,
        state,
        basis,
        started,
        completed,
        stopped,
        reason,
        day,
        List.of(new Aim(AIM, CONDITION, expected, true, START.minusDays(3))),
        granted ? List.of(grant()) : List.of(),
        evaluation == null ? List.of() : List.of(evaluation),
        List.copyOf(followUps),
        List.copyOf(helps),
        List.copyOf(visits));
  }

  private Granted grant() {
    return new Granted(
        GRANT,
        basis == LegalBasis.SEL_83A ? RH_HYGIENE : HELP_AND_CARE,
        level3,
        level3 == null ? null : "Rehabiliteringsforløb",
        List.of("INDIVIDUAL"),
        START,
        DUE,
        grant);
  }
}
