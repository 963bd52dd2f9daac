package dk.genvej.access;

import static dk.genvej.access.RelationKind.AREA;
import static dk.genvej.access.RelationKind.COURSE_AREA;
import static dk.genvej.access.RelationKind.SERVING;
import static dk.genvej.access.RelationKind.THERAPIST;
import static dk.genvej.access.Verb.ANNUL_COURSE;
import static dk.genvej.access.Verb.APPOINT_CONTACT;
import static dk.genvej.access.Verb.DECIDE;
import static dk.genvej.access.Verb.DECIDE_QUARANTINED;
import static dk.genvej.access.Verb.DRAW_COHORT;
import static dk.genvej.access.Verb.EDIT_CITIZEN;
import static dk.genvej.access.Verb.EDIT_FLAGS;
import static dk.genvej.access.Verb.LAPSE;
import static dk.genvej.access.Verb.MEND;
import static dk.genvej.access.Verb.MERGE;
import static dk.genvej.access.Verb.NOTE;
import static dk.genvej.access.Verb.PAUSE;
import static dk.genvej.access.Verb.PLAN;
import static dk.genvej.access.Verb.READ_AGREEMENTS;
import static dk.genvej.access.Verb.READ_CITIZEN;
import static dk.genvej.access.Verb.READ_COURSE;
import static dk.genvej.access.Verb.REASSIGN;
import static dk.genvej.access.Verb.REGISTER;
import static dk.genvej.access.Verb.SCORE;
import static dk.genvej.access.Verb.SIGN;
import static dk.genvej.access.Verb.STOP;
import static dk.genvej.access.Verb.VISIT;

import dk.genvej.shared.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may what, by the capacity in which they meet the citizen. What is not written here is denied.
 *
 * <p>Leaders see figures only, administrators no citizens and log controllers the access log only,
 * so none of them stands in this table. A supplier sees a citizen while it serves them (R19, R21).
 */
public final class AccessPolicy {

  private static final Map<Standing, Set<Verb>> TABLE =
      Map.of(
          new Standing(Role.THERAPIST, THERAPIST),
          EnumSet.of(
              READ_CITIZEN,
              READ_AGREEMENTS,
              READ_COURSE,
              EDIT_FLAGS,
              PLAN,
              VISIT,
              SCORE,
              NOTE,
              REGISTER,
              PAUSE,
              STOP,
              LAPSE,
              MEND),
          new Standing(Role.THERAPIST, COURSE_AREA),
          EnumSet.of(READ_CITIZEN, READ_AGREEMENTS, READ_COURSE, VISIT, SCORE, NOTE, MEND),
          new Standing(Role.VISITATOR, AREA),
          EnumSet.of(
              READ_CITIZEN,
              READ_AGREEMENTS,
              READ_COURSE,
              EDIT_CITIZEN,
              EDIT_FLAGS,
              APPOINT_CONTACT,
              DECIDE,
              NOTE,
              PAUSE,
              STOP,
              LAPSE,
              MEND),
          new Standing(Role.COORDINATOR, AREA),
          EnumSet.of(
              READ_CITIZEN,
              READ_AGREEMENTS,
              READ_COURSE,
              MERGE,
              REASSIGN,
              SIGN,
              MEND,
              ANNUL_COURSE,
              DRAW_COHORT,
              DECIDE_QUARANTINED),
          new Standing(Role.CARE_STAFF, SERVING),
          EnumSet.of(READ_CITIZEN, READ_AGREEMENTS, APPOINT_CONTACT, NOTE, REGISTER, MEND),
          new Standing(Role.NURSE, SERVING),
          EnumSet.of(READ_CITIZEN, READ_AGREEMENTS, APPOINT_CONTACT, NOTE, REGISTER, MEND),
          new Standing(Role.SUPPLIER, SERVING),
          EnumSet.of(READ_CITIZEN, READ_AGREEMENTS, APPOINT_CONTACT, NOTE, REGISTER, MEND));

  private AccessPolicy() {}

  public static Decision decide(Set<Standing> standings, Verb verb) {
    for (var standing : standings) {
      if (TABLE.getOrDefault(standing, Set.of()).contains(verb)) {
        return new Decision.Allowed();
      }
    }
    return new Decision.Denied("no standing allows " + verb);
  }
}
