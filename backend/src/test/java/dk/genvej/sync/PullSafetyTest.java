package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.access.Identity;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PullRequest;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.device.Devices;
import dk.genvej.reference.ReferenceData;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A pull loses nothing beside writers. Each guard is shown to be needed: the same run without it
 * loses a record.
 */
class PullSafetyTest {

  private final World world = new World();
  private final Tablet anna = Tablet.of(world, world.anna);
  private Story story;

  @BeforeEach
  void annasCourse() {
    world.on("2025-01-13");
    story = new Story(world, aCitizen(world));
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
  }

  @Test
  void aWriteThatIsOpenAcrossTwoPullsArrives() throws SQLException {
    anna.sync();
    UUID late;
    try (var writer = world.superuser()) {
      writer.setAutoCommit(false);
      late = writeNote(writer);
      anna.sync();
      anna.sync();
      assertThat(anna.ids(story.citizenId, "notes")).doesNotContain(late);
      writer.commit();
    }

    anna.sync();

    assertThat(anna.ids(story.citizenId, "notes")).containsExactly(late);
  }

  @Test
  void aWriteBetweenMarkersAndRowsArrives() {
    anna.sync();
    var late = new ArrayList<UUID>();
    var first = pull(anna, (_, _) -> late.add(story.note()));

    // Rows are read after the markers, so the note may be there at once; it is sent again for sure.
    assertThat(first.getCursor()).isNotEmpty();
    anna.cursor = first.getCursor();
    anna.sync();

    assertThat(anna.ids(story.citizenId, "notes")).containsAll(late);
  }

  @Test
  void sabotageWithRowsReadBeforeMarkersTheSameWriteIsLost() {
    anna.sync();
    story.note();
    var late = new ArrayList<UUID>();

    var answer = rowsBeforeMarkers(anna, () -> late.add(story.note()));

    assertThat(notes(answer.citizens().getFirst())).doesNotContainAnyElementsOf(late);
    anna.cursor = answer.cursor();
    anna.sync();
    assertThat(anna.ids(story.citizenId, "notes")).doesNotContainAnyElementsOf(late);
  }

  @Test
  void aWriteThatSkipsTheMarkerIsRefused() {
    assertThatThrownBy(
            () -> {
              try (var writer = world.superuser()) {
                insertNote(writer, Ids.next());
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the marker of the citizen is not locked");
  }

  @Test
  void sabotageWithoutTheMarkersLockALateCommitIsLost() throws SQLException {
    anna.sync();
    UUID late;
    try (var writer = world.superuser();
        var other = world.superuser()) {
      writer.setAutoCommit(false);
      late = unlocked(writer, 1);
      unlocked(other, 2);
      anna.sync();
      writer.commit();
    }

    anna.sync();

    assertThat(anna.ids(story.citizenId, "notes")).hasSize(1).doesNotContain(late);
  }

  @Test
  void aCitizenWhoChangesHandsWhileSheIsReadIsSentWholeTheNextTime() {
    var first =
        pull(
            anna,
            (_, _) -> {
              story.servedBy(world.nordTeam, "2025-01-20");
              story.servedBy(world.supplierX, "2025-02-01");
            });
    anna.cursor = first.getCursor();

    var next = anna.pull(10);

    assertThat(next.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(anna.of(story.citizenId))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(story.citizenId));
    assertThat(anna.pull(10).get("citizens")).isEmpty();
  }

  // ---- the pull with something happening between its markers and its rows

  private PullAnswer pull(Tablet tablet, SyncedPart between) {
    var parts = new ArrayList<SyncedPart>(List.of(between));
    parts.addAll(TestServer.running().context().getBeansOfType(SyncedPart.class));
    var service =
        new PullService(
            bean(Devices.class),
            bean(Epochs.class),
            bean(Scopes.class),
            bean(Cursors.class),
            bean(Holdings.class),
            bean(ReferenceData.class),
            bean(ScopeRepository.class),
            parts);
    var request = new PullRequest(tablet.id, "1.4.0");
    request.setCursor(tablet.cursor);
    return read(work -> service.pull(work, request));
  }

  private record Wrong(List<SyncedCitizen> citizens, String cursor) {}

  /** The same pieces in the wrong order. */
  private Wrong rowsBeforeMarkers(Tablet tablet, Runnable between) {
    return read(
        work -> {
          var cursor = bean(Cursors.class).read(work, tablet.id, tablet.cursor).orElseThrow();
          int today = (int) LocalDate.parse("2025-01-20").toEpochDay();
          var stale = plan(work, cursor, today);
          var page = new SyncedPage(stale.news().stream().map(stale::line).toList());
          TestServer.running()
              .context()
              .getBeansOfType(SyncedPart.class)
              .forEach(part -> part.fill(work, page));
          between.run();
          var plan = plan(work, cursor, today);
          var next =
              new Cursor(
                  cursor.epoch(),
                  cursor.view(),
                  cursor.reference(),
                  plan.after(plan.news(), Set.of()));
          return new Wrong(page.citizens(), bean(Cursors.class).write(work, tablet.id, next));
        });
  }

  private static PullPlan plan(Work work, Cursor cursor, int today) {
    return new PullPlan(cursor.citizens(), bean(Scopes.class).today(work), Set.of(), today);
  }

  private <T> T read(java.util.function.Function<Work, T> useCase) {
    var user = world.anna;
    return bean(Transactions.class)
        .read(
            new Identity(user.municipality(), user.subject(), user.name(), user.roles()),
            Envelope.command("pullChanges", Ids.next(), false),
            useCase);
  }

  private static <T> T bean(Class<T> type) {
    return TestServer.running().context().getBean(type);
  }

  private static List<UUID> notes(SyncedCitizen citizen) {
    return citizen.getNotes().stream().map(dk.genvej.api.model.Note::getId).toList();
  }

  // ---- writers

  private UUID writeNote(Connection writer) throws SQLException {
    World.execute(
        writer,
        "update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id()"
            + " where municipality_id = %d and citizen_id = '%s'"
                .formatted(world.municipality, story.citizenId));
    return insertNote(writer, Ids.next());
  }

  private UUID insertNote(Connection writer, UUID id) throws SQLException {
    World.execute(writer, insert(id, 0));
    return id;
  }

  /** As a writer would that numbers its row without holding the marker. */
  private UUID unlocked(Connection writer, int ahead) throws SQLException {
    var id = Ids.next();
    World.execute(writer, "set session_replication_role = replica");
    World.execute(writer, insert(id, ahead));
    if (ahead == 2) {
      World.execute(
          writer,
          "update citizen_change set seq = seq + 2 where citizen_id = '" + story.citizenId + "'");
    }
    return id;
  }

  private String insert(UUID id, int ahead) {
    return ("insert into note (municipality_id, id, citizen_id, course_id, text, version, seq,"
            + " stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id) select"
            + " %d, '%s', citizen_id, '%s', 'tekst', 1, seq + %d, now(), now(), now(), '%s' from"
            + " citizen_change where citizen_id = '%s'")
        .formatted(world.municipality, id, story.courseId, ahead, world.anna.id(), story.citizenId);
  }
}
