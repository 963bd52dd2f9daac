package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dk.genvej.access.AccessControl;
import dk.genvej.access.Identity;
import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.PushRequest;
import dk.genvej.http.Contract;
import dk.genvej.http.Problems;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Goals;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Batch;
import dk.genvej.work.Envelope;
import dk.genvej.work.SabotagedTransactions;
import dk.genvej.work.Transactions;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A push loses and doubles nothing. Each guard is shown to be needed: the same queue without it
 * loses a write, doubles one, or tells what is not so.
 */
class PushSafetyTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final World world = new World();
  private final Story inger =
      new Story(world, aCitizen(world)).referredTo(world.anna, "2025-02-10").planned();
  private final Outbox tablet;

  PushSafetyTest() {
    world.on("2025-02-20", "12:05");
    tablet = Outbox.of(world, world.anna);
  }

  // ---- the ledger

  @Test
  void sentAgainAnEditLandsOnce() {
    var edit = edit();

    assertThat(push(whole(), tools(), edit)).isEqualTo("APPLIED");
    assertThat(push(whole(), tools(), edit)).isEqualTo("ALREADY_APPLIED");
    assertThat(versions()).isEqualTo("1,2");
  }

  @Test
  void sabotageWithoutTheLookUpSomethingSavedIsToldToBeRefused() {
    var note = tablet.note(inger.courseId, "Gik til postkassen", MORNING);
    var blind = SabotagedTransactions.thatLookNothingUp();

    assertThat(push(blind, tools(), note)).isEqualTo("APPLIED");
    assertThat(push(blind, tools(), note)).isEqualTo("REJECTED");
    assertThat(notes()).isEqualTo("1");
  }

  @Test
  void sabotageWithoutTheLedgerAnEditIsDoubled() {
    var edit = edit();
    var none = SabotagedTransactions.withoutLedger();

    push(none, tools(), edit);
    push(none, tools(), edit);

    assertThat(versions()).isEqualTo("1,2,3");
  }

  // ---- the way back

  @Test
  void whatTheDatabaseRefusesFailsAloneAndItsNeighboursLand() {
    assertThat(push(whole(), tools(), aroundATakenId())).isEqualTo("APPLIED REJECTED APPLIED");
    assertThat(notes()).isEqualTo("3");
  }

  @Test
  void sabotageWithoutTheWayBackTheNeighboursAreLost() {
    var queue = aroundATakenId();

    assertThatThrownBy(() -> push(SabotagedTransactions.withoutWayBack(), tools(), queue))
        .isInstanceOf(RuntimeException.class);
    assertThat(notes()).isEqualTo("1");
  }

  // ---- quarantine

  @Test
  void whatItsAuthorMayNoLongerWriteIsKept() {
    var edit = edit();
    inger.reassignedTo(world.asta);

    assertThat(push(whole(), tools(), edit)).isEqualTo("QUARANTINED");
    assertThat(kept()).isEqualTo("WAITING");
  }

  @Test
  void sabotageWithoutQuarantineItIsNowhere() {
    var edit = edit();
    inger.reassignedTo(world.asta);

    assertThat(push(whole(), withoutQuarantine(), edit)).isEqualTo("REJECTED");
    assertThat(kept()).isNull();
    assertThat(versions()).isEqualTo("1");
  }

  // ---- the held queue

  @Test
  void whatCameTooEarlyLandsWhenTheOtherHasCome() {
    var first = tablet.note(inger.courseId, "Først", MORNING);
    var rests = after(tablet.note(inger.courseId, "Bagefter", MORNING), first);

    assertThat(push(whole(), tools(), rests)).isEqualTo("HELD");
    assertThat(push(whole(), tools(), first)).isEqualTo("APPLIED");
    assertThat(notes()).isEqualTo("2");
  }

  @Test
  void sabotageWithoutTheHeldQueueItNeverLands() {
    var first = tablet.note(inger.courseId, "Først", MORNING);
    var rests = after(tablet.note(inger.courseId, "Bagefter", MORNING), first);

    assertThat(push(whole(), withoutHeldQueue(), rests)).isEqualTo("HELD");
    assertThat(push(whole(), withoutHeldQueue(), first)).isEqualTo("APPLIED");
    assertThat(notes()).isEqualTo("1");
  }

  // ---- what is written

  private Map<String, Object> edit() {
    var edit = Goals.edit(Goals.draft(inger.conditionId));
    edit.put("target", "Klarer tre bade om ugen alene");
    return tablet.goal(inger.goals.getFirst(), 1, edit);
  }

  private List<Map<String, Object>> aroundATakenId() {
    var taken = tablet.note(inger.courseId, "Den første", MORNING);
    assertThat(push(whole(), tools(), taken)).isEqualTo("APPLIED");
    return List.of(
        tablet.note(inger.courseId, "Før", MORNING),
        with(taken, "id", Ids.next()),
        tablet.note(inger.courseId, "Efter", MORNING));
  }

  private static Map<String, Object> after(Map<String, Object> one, Map<String, Object> other) {
    return with(one, "dependsOn", List.of(other.get("id")));
  }

  private String notes() {
    return world.value("select count(*) from note where municipality_id = :m");
  }

  private String versions() {
    return world.versions("goal", inger.goals.getFirst());
  }

  private String kept() {
    return world.value("select max(state) from kept_mutation where municipality_id = :m");
  }

  // ---- the push of PushDesk, of pieces that can be others

  private static Transactions whole() {
    return bean(Transactions.class);
  }

  private static PushTools tools() {
    return bean(PushTools.class);
  }

  /** Nobody is ever found to have lost access. */
  private static PushTools withoutQuarantine() {
    var real = tools();
    var never =
        new PushAccess(bean(AccessControl.class), bean(Contract.class), real.repository()) {
          @Override
          Set<PushItem> lost(Batch batch, Map<PushItem, PushItem.Suspected> suspected) {
            return Set.of();
          }
        };
    return new PushTools(
        real.dispatch(), real.bodies(), real.forms(), real.kept(), real.repository(), never);
  }

  /** What is to wait is not written down. */
  private static PushTools withoutHeldQueue() {
    var real = tools();
    var forgetful =
        (KeptMutationRepository)
            Proxy.newProxyInstance(
                KeptMutationRepository.class.getClassLoader(),
                new Class<?>[] {KeptMutationRepository.class},
                (_, method, arguments) -> {
                  try {
                    return method.getName().equals("keep")
                        ? Integer.MAX_VALUE
                        : method.invoke(real.kept(), arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
    return new PushTools(
        real.dispatch(), real.bodies(), real.forms(), forgetful, real.repository(), real.access());
  }

  @SafeVarargs
  private String push(Transactions how, PushTools tools, Map<String, Object>... mutations) {
    return push(how, tools, List.of(mutations));
  }

  private String push(Transactions how, PushTools tools, List<Map<String, Object>> mutations) {
    var request = request(mutations);
    var user = world.anna;
    return how.batch(
        new Identity(user.municipality(), user.subject(), user.name(), user.roles()),
        Envelope.command("pushMutations", Ids.next(), false),
        batch -> {
          var clock = PushClock.of(null, batch.now());
          var run = new PushRun(tools, batch, request, clock, Optional.empty());
          run.carryOut();
          var results =
              new PushResults(bean(Problems.class), bean(Receipts.class), tools.repository())
                  .answer(batch, request, run.sent(), UUID.randomUUID(), clock)
                  .getResults();
          return results.stream()
              .map(MutationResult::getOutcome)
              .map(Enum::name)
              .collect(Collectors.joining(" "));
        });
  }

  private PushRequest request(List<Map<String, Object>> mutations) {
    try {
      return bean(JsonMapper.class)
          .readValue(
              JSON.writeValueAsBytes(tablet.request(mutations)), Argument.of(PushRequest.class));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static <T> T bean(Class<T> type) {
    return TestServer.running().context().getBean(type);
  }
}
