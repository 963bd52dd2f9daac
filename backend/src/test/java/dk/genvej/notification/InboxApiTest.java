package dk.genvej.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxApiTest {

  private final World world = new World().on("2025-01-15");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final Inbox inbox = TestServer.running().context().getBean(Inbox.class);

  @Test
  void aPersonIsToldOnceOfACauseOnADay() {
    var mutation = Ids.next();
    tell(world.anna, NotificationKind.N10, mutation);
    tell(world.anna, NotificationKind.N10, mutation);

    var seen = Api.as(world.anna).get("/inbox").ok();

    assertThat(seen.json().at("/items")).hasSize(1);
    assertThat(seen.at("/items/0/kind")).isEqualTo("N10");
    assertThat(seen.at("/items/0/causeId")).isEqualTo(mutation.toString());
    assertThat(seen.at("/items/0/dueOn")).isEqualTo("2025-01-15");
    assertThat(seen.at("/items/0/citizen/id")).isEqualTo(made.citizenId().toString());
    assertThat(seen.at("/items/0/courseId")).isEqualTo(made.courseId().toString());
    assertThat(disclosed()).isEqualTo("1");
  }

  @Test
  void theInboxIsOnesOwnAndShowsNobodyOutOfScope() {
    tell(world.anna, NotificationKind.N10, Ids.next());
    tell(world.bo, NotificationKind.N10, Ids.next());

    var bos = Api.as(world.bo).get("/inbox").ok();

    assertThat(bos.json().at("/items")).hasSize(1);
    assertThat(bos.json().at("/items/0").has("citizen")).isFalse();
    assertThat(Api.as(world.asta).get("/inbox").ok().json().at("/items")).isEmpty();
    assertThat(Api.as(world.lars).get("/inbox").ok().json().at("/items")).isEmpty();
    Api.as(world.adam).get("/inbox").refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void whatIsCancelledOrNotYetToBeSentIsNotThere() {
    tell(world.anna, NotificationKind.N4, Ids.next());
    tell(world.anna, NotificationKind.N5, Ids.next());
    tell(world.anna, NotificationKind.N10, Ids.next());
    set("cancelled_at = now()", "N4");
    set("sent_at = null", "N5");

    var seen = Api.as(world.anna).get("/inbox").ok();

    assertThat(seen.json().at("/items")).hasSize(1);
    assertThat(seen.at("/items/0/kind")).isEqualTo("N10");
  }

  @Test
  void newestComeFirstAPageAtATimeWithTheSameStatements() {
    tell(world.anna, NotificationKind.N1, Ids.next());
    world.on("2025-01-16");
    tell(world.anna, NotificationKind.N3, Ids.next());
    world.on("2025-01-17");
    tell(world.anna, NotificationKind.N4, Ids.next());

    var first = Api.as(world.anna).get("/inbox?limit=2").ok();
    var rest = Api.as(world.anna).get("/inbox?limit=2&cursor=" + first.at("/next")).ok();

    assertThat(first.json().findValuesAsText("kind")).containsExactly("N4", "N3");
    assertThat(rest.json().findValuesAsText("kind")).containsExactly("N1");
    assertThat(statements(3)).isEqualTo(statements(1));
  }

  private int statements(int limit) {
    return QueryCount.during(() -> Api.as(world.anna).get("/inbox?limit=" + limit).ok()).size();
  }

  private void set(String what, String kind) {
    world.sql(
        connection ->
            World.execute(
                connection,
                "update notification set %s where municipality_id = %d and kind = '%s'"
                    .formatted(what, world.municipality, kind)));
  }

  private String disclosed() {
    return world.value(
        "select max(cardinality(citizens)) from access_log where municipality_id = :m"
            + " and operation = 'listInbox'");
  }

  private void tell(TestUser whom, NotificationKind kind, UUID cause) {
    var identity =
        new Identity(
            world.municipality, world.vera.subject(), world.vera.name(), world.vera.roles());
    TestServer.running()
        .context()
        .getBean(Transactions.class)
        .read(
            identity,
            Envelope.command("pushMutations", Ids.next(), false),
            work -> {
              inbox.tell(
                  work, whom.id(), kind, cause, made.citizenId(), made.courseId(), work.today());
              return cause;
            });
  }
}
