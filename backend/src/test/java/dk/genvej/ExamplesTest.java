package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.testing.Contracts;
import dk.genvej.testing.ExampleTown;
import dk.genvej.testing.ExampleTown.Step;
import dk.genvej.testing.Operations;
import dk.genvej.testing.Operations.Answered;
import dk.genvej.testing.Operations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the contract is true: a request is sent as it stands, over HTTP, by a role that
 * may, and is accepted; an answer is judged by the schema of its operation. The plain cases tell of
 * one course from contact to follow-up, so they are sent in the order of that story; the others
 * branch off from it, each branch in a municipality of its own.
 */
class ExamplesTest {

  private static final List<Step> STORY =
      steps(
          """
          2025-01-09 registerCitizen
          2025-01-09 openReferral
          2025-01-13 assessReferral
          2025-01-13 recordHelp
          2025-01-13 referToTherapist
          2025-01-17 beginPlan
          2025-01-17 savePlan
          2025-01-17 putCondition
          2025-01-17 putCondition mobility {"conditionId": "019468f9-f800-7163-ba84-b7ff85445754"}
          2025-01-17 setGoal
          2025-01-17 setGoal post-box
          2025-01-17 setGoal sea
          2025-01-17 recordScores
          2025-01-17 recordScores psfs
          2025-01-20 activateCourse
          2025-01-20 putGrant
          2025-01-20 makeAgreement
          2025-01-20 planVisit
          2025-01-21 moveVisit
          2025-01-23 holdVisit
          2025-01-23 addNote
          2025-02-01 updateCitizen
          2025-02-03 setCitizenFlags
          2025-02-05 recordVisit
          2025-03-03 changeGoal
          2025-03-10 addInterimEvaluation
          2025-03-10 changeAgreement
          2025-03-16 endAgreement
          2025-03-17 changeServingUnit
          2025-04-14 recordScores final
          2025-04-14 saveEvaluationDraft
          2025-04-14 submitEvaluation
          2025-04-16 revisit
          2025-04-22 reviewCourse
          2025-07-18 recordFollowUp
          2025-07-18 annulFollowUp
          """);

  /**
   * Each begins with the step of the story that it follows; what else it needs is changed by JSON.
   */
  private static final List<String> BRANCHES =
      """
      registerCitizen > 2025-01-09 searchCitizens name > 2025-01-09 searchCitizens cpr > 2025-01-09 searchCitizens birth-date
      registerCitizen > 2025-01-14 changeCpr
      registerCitizen > 2025-01-14 registerCitizen {"id": "01944f3a-2c00-7b86-9d2e-6f1a40c58e07", "cpr": "7408421112"} > 2025-01-15 mergeCitizens
      registerCitizen > 2025-01-17 searchAccessLog > 2025-01-17 searchAccessLog user > 2025-01-17 putUnit
      registerCitizen > 2025-01-17 setSetting > 2025-02-03 createSubstitution > 2025-02-12 endSubstitution
      registerCitizen > 2025-02-04 openReferral cleaning > 2025-02-06 lapseReferral {"referralId": "0194cff9-2800-7ebd-b25e-97b26ec933b0"}
      openReferral > 2025-01-13 assessReferral unsuitable
      assessReferral > 2025-01-13 recordHelp not-assessed
      assessReferral > 2025-01-13 setSetting {"key": "help.course-levels", "value": "FORLOEB-2=120,FORLOEB-4=420", "validFrom": "2025-01-13"} > 2025-01-13 recordHelp course-level
      referToTherapist > 2025-01-15 lapseCourse
      referToTherapist > 2025-01-15 annulCourse
      recordScores > 2025-01-17 annulScores > 2025-01-17 annulGoal
      registerCitizen > 2025-01-16 changeServingUnit {"unitId": "0176cc68-f800-7432-b614-a0c33c4d2df8", "from": "2025-01-16"} > 2025-01-16 addContactPerson > 2025-01-17 endContactPerson
      activateCourse > 2025-02-10 setNotificationPreference > 2025-02-10 markInbox > 2025-02-10 markMessage
      activateCourse > 2025-01-22 correctStart > 2025-01-22 correctShadow > 2025-01-23 reassignCourse
      activateCourse > 2025-02-24 pauseCourse > 2025-03-06 endPause > 2025-03-07 annulPause
      activateCourse > 2025-03-07 pauseCourse ended
      activateCourse > 2025-03-31 reassignLeaver
      activateCourse > 2025-04-01 submitEvaluation early
      activateCourse > 2025-04-03 setCohort > 2025-04-03 stopCourse
      activateCourse > 2025-04-12 stopCourse other
      activateCourse > 2025-04-14 changeGoal achieved
      openReferral > 2025-07-14 assessReferral {"legalBasis": "AELDRELOVEN_10", "assessedOn": "2025-07-14"} > 2025-07-14 recordHelp > 2025-07-14 referToTherapist > 2025-08-04 putGrant aeldreloven
      activateCourse > 2025-02-11 registerDevice > 2025-02-11 setPushToken > 2025-02-11 removePushToken > 2025-02-11 pullChanges > 2025-02-11 pushMutations > 2025-02-11 revokeDevice > 2025-02-12 confirmWipe
      activateCourse > 2025-02-11 registerDevice > 2025-02-11 revokeDevice > 2025-02-12 pushMutations > 2025-02-12 reassignQuarantined > 2025-02-12 discardQuarantined
      makeAgreement > 2025-02-11 register > 2025-02-11 annulRegistration
      planVisit > 2025-01-21 cancelVisit
      addNote > 2025-01-23 annulNote > 2025-01-23 annulVisit
      submitEvaluation > 2025-04-15 correctEvaluation > 2025-04-30 revisit self-reliant
      revisit > 2025-04-17 skipDelivery > 2025-04-17 correctRevisitation
      activateCourse > 2025-01-20 setSetting {"key": "gateway.reports", "value": "1", "validFrom": "2025-01-20"} > 2025-01-22 skipGatewayReport
      reviewCourse > 2025-07-18 recordFollowUp {"result": "REVISITATION"} > 2025-08-04 completeTask
      """
          .lines()
          .toList();

  @Test
  void everyFileIsInTheContractAndEveryRequestIsSent() throws IOException {
    var sent =
        Stream.concat(
                STORY.stream(), BRANCHES.stream().flatMap(branch -> branched(branch).stream()))
            .filter(Step::isTheExample)
            .map(Step::example);
    var requests =
        Operations.all().stream()
            .flatMap(one -> one.requests().keySet().stream().map(name -> one + " " + name));

    assertThat(sent).containsAll(requests.toList());
    assertThat(files()).containsExactlyInAnyOrderElementsOf(inTheContract());
  }

  @Test
  void theStoryIsTrue() {
    play(new ExampleTown(), STORY);
  }

  @TestFactory
  Stream<DynamicTest> everyBranchIsTrue() {
    return BRANCHES.stream()
        .map(branch -> DynamicTest.dynamicTest(branch, () -> playBranch(branch)));
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerIsAsItsSchemaSays() {
    return Operations.all().stream()
        .flatMap(
            operation ->
                operation.answers().stream()
                    .map(
                        answer ->
                            DynamicTest.dynamicTest(
                                operation + " " + answer.status() + " " + answer.name(),
                                () -> assertThat(faults(operation, answer)).isEmpty())));
  }

  /** Were the judge blind, an answer with a property of nobody's would pass. */
  @Test
  void anAnswerThatIsNotAsItsSchemaSaysIsSeen() {
    for (var operation : Operations.all()) {
      for (var answer : operation.answers()) {
        var spoiled = ((ObjectNode) answer.body().deepCopy()).put("unheardOf", true);
        var changed = new Answered(answer.status(), answer.mediaType(), answer.name(), spoiled);
        assertThat(faults(operation, changed)).as(operation + " " + answer.name()).isNotEmpty();
      }
    }
  }

  private static List<String> faults(Operation operation, Answered answer) {
    var path = operation.path().replaceAll("\\{[^}]*}", "01944f3a-2c00-7d27-a055-735e800fd4b1");
    return Contracts.faults(
        operation.method(), path, answer.status(), answer.mediaType(), answer.body().toString());
  }

  private static void playBranch(String branch) {
    var from = branch.substring(0, branch.indexOf(" > "));
    var follows = STORY.stream().map(Step::example).toList().indexOf(from + " typical");
    assertThat(follows).as(from).isNotNegative();
    var town = new ExampleTown();
    play(town, STORY.subList(0, follows + 1));
    play(town, branched(branch));
  }

  private static void play(ExampleTown town, List<Step> steps) {
    for (var step : steps) {
      var answer = town.send(step);
      assertThat(answer.status()).as("%s: %s", step, answer.text()).isBetween(200, 299);
    }
  }

  private static List<Step> branched(String branch) {
    return Stream.of(branch.split(" > ")).skip(1).map(Step::of).toList();
  }

  private static List<Step> steps(String lines) {
    return lines.lines().map(Step::of).toList();
  }

  /** As the bundle names them. */
  private static List<String> inTheContract() {
    return Operations.all().stream()
        .flatMap(
            operation ->
                Stream.concat(
                    operation.requests().keySet().stream()
                        .map(name -> file(operation, "request", name)),
                    operation.answers().stream()
                        .map(one -> file(operation, "response", one.name()))))
        .toList();
  }

  private static String file(Operation operation, String kind, String name) {
    return operation + "." + kind + (name.equals("typical") ? "" : "-" + name) + ".json";
  }

  private static List<String> files() throws IOException {
    try (var files = Files.list(Path.of("..", "mobile-api-spec", "examples"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
