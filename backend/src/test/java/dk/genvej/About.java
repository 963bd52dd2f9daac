package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Operations.Operation;
import java.util.Set;

/** What kind of thing an operation is about, and so what scope means for it. */
enum About {
  /** A citizen or something of a citizen: out of scope is 404. */
  CITIZEN,
  /** A list: out of scope is an answer without the citizen. */
  LIST,
  /** Codes, units, settings: the same for everybody who has the role. */
  ORGANISATION;

  private static final Set<String> LISTS =
      Set.of(
          "searchCitizens",
          "listReferrals",
          "listMyCourses",
          "listCompletedCourses",
          "listDropouts",
          "getPlanning",
          "getWeeklyDigest",
          "listToday",
          "listTasks",
          "listDevices",
          "listOwnDevices",
          "streamInbox",
          "listInbox",
          "listQuarantine",
          "searchAccessLog",
          "pullChanges");

  private static final Set<String> SAME_FOR_ALL =
      Set.of(
          "registerCitizen",
          "whoAmI",
          "listInstruments",
          "listCodes",
          "listUnits",
          "putUnit",
          "listUsers",
          "listSettings",
          "listReceivers",
          "getGatewayQueue",
          "listGatewayReports",
          "wakeGateway",
          "setSetting",
          "createSubstitution",
          "endSubstitution",
          "listSubstitutions",
          // Each mutation is judged by itself: PushTest, QuarantineInsertTest.
          "pushMutations",
          "reassignLeaver",
          "countUnread",
          "markInbox",
          "getNotificationPreference",
          "setNotificationPreference",
          "registerDevice",
          "setPushToken",
          "removePushToken",
          "confirmWipe");

  static About of(Operation operation) {
    if (LISTS.contains(operation.id())) {
      return LIST;
    }
    if (SAME_FOR_ALL.contains(operation.id())) {
      return ORGANISATION;
    }
    assertThat(operation.path().contains("{") || operation.id().equals("openReferral"))
        .as("%s needs a line in this test", operation.id())
        .isTrue();
    return CITIZEN;
  }
}
