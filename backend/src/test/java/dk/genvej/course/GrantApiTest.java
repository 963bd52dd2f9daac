package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Rows;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantApiTest {

  private static final String PERSONAL_CARE = "feb38b55-c2d7-4d57-99c2-93622eaa0025";
  private static final String HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";
  private static final String AELDRELOV = "8dc5f564-b8c6-4aa1-ba34-682d62d15f31";
  private static final String HEADING = "fe266687-9efd-4aea-a37c-49c88632d4f3";

  private final World world = new World();
  private final Api anna = Api.as(world.anna);
  private final Api vera = Api.as(world.vera);

  @Test
  void theVisitatorGrantsByACodeOfTheLawOfTheCourse() {
    var course = made(CourseState.ACTIVE).courseId();
    var grant = Ids.next();
    var path = "/courses/" + course + "/grants/" + grant;
    var local = PlanDrafts.grant(HYGIENE);
    local.put("localLevel3", Map.of("code", "REHAB-12", "display", "Rehabilitering 12 uger"));

    assertThat(vera.ifMatch(0).put(path, local).ok().version()).isOne();
    var ended = PlanDrafts.grant(HYGIENE);
    ended.put("state", "COMPLETED");
    assertThat(vera.ifMatch(1).put(path, ended).ok().version()).isEqualTo(2);

    assertThat(
            one(
                "select state || delivery_types::text || legal_basis from care_grant"
                    + " where id = '%s'",
                grant))
        .isEqualTo("COMPLETED[\"INDIVIDUAL\", \"DIGITAL\"]SEL_83A");
    assertThat(
            one(
                "select content->>'level3_code' from record_version where version = 1 and"
                    + " record_id = '%s'",
                grant))
        .isEqualTo("REHAB-12");
    vera.ifMatch(1).put(path, ended).refused(409, "VERSION_STALE");
  }

  @Test
  void headingsForeignCodesAndReversedPeriodsAreNoGrants() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/grants/" + Ids.next();
    var first = vera.ifMatch(0);
    var reversed = PlanDrafts.grant(HYGIENE);
    reversed.put("until", "2025-01-19");

    first.put(path, PlanDrafts.grant(HEADING)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, PlanDrafts.grant(AELDRELOV)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, PlanDrafts.grant(PERSONAL_CARE)).refused(422, "UNKNOWN_CODE");
    first.put(path, reversed).refused(422, "PERIOD_REVERSED");
    anna.ifMatch(0).put(path, PlanDrafts.grant(HYGIENE)).refused(403, "ROLE_NOT_ALLOWED");
    first.put(path, PlanDrafts.grant(HYGIENE)).ok();
    vera.ifMatch(1)
        .put(path, PlanDrafts.grant("0b654911-f2b6-47d3-948b-3e9fb315b4c9"))
        .refused(422, "CODE_CANNOT_CHANGE");
  }

  @Test
  void aGrantUnderAeldrelovenIsOfItsOwnCodesFromTheDayTheyHold() {
    var made = made(CourseState.ACTIVE);
    Rows.about(world, made).course("legal_basis = 'AELDRELOVEN_10'");
    var path = "/courses/" + made.courseId() + "/grants/" + Ids.next();
    var first = vera.ifMatch(0);
    var later = PlanDrafts.grant(AELDRELOV);
    later.put("from", "2025-07-01");
    later.put("until", "2025-09-23");

    first.put(path, PlanDrafts.grant(HYGIENE)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, PlanDrafts.grant(AELDRELOV)).refused(422, "CODE_NOT_VALID_ON_DATE");
    first.put(path, later).ok();
  }

  private Made made(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private String one(String sql, UUID id) {
    return world.value(sql.formatted(id));
  }
}
