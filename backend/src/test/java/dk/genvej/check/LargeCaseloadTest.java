package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.client.MutationState;
import dk.genvej.client.SyncReport.End;
import dk.genvej.client.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tablet carries when it carries much. */
class LargeCaseloadTest {

  private static Site site;

  @TempDir private Path tablets;

  @BeforeAll
  static void aSite() throws IOException {
    site = Site.start(Files.createTempDirectory(Path.of("target"), "large"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void twoHundredCitizensComeWholeThoughTheFirstSyncIsCutInTheMiddle()
      throws IOException, SQLException {
    var scene = new Scenes(site).next();
    giveHer(scene, 200);
    try (var tablet = tablet(scene, cutAtTheSecondPage(site.transport(scene.anna())))) {
      assertThat(tablet.sync().end()).isEqualTo(End.NO_NETWORK);
      assertThat(tablet.client().citizens()).hasSize(100);

      tablet.restart();
      var report = tablet.sync();

      assertThat(report.end()).isEqualTo(End.DONE);
      assertThat(report.pages()).as("only what was missing").isEqualTo(1);
      assertThat(tablet.client().citizens())
          .hasSize(200)
          .allSatisfy((_, citizen) -> assertThat(citizen.getCourse()).isNotNull());
    }
  }

  @Test
  void tenThousandRegistrationsThatWaitedOnOneDeviceAllLandOnce() throws IOException, SQLException {
    var scene = new Scenes(site).next();
    try (var tablet = tablet(scene, site.transport(scene.anna()))) {
      tablet.sync();
      for (int i = 0; i < 10_000; i++) {
        tablet.registration("Bad " + i);
      }
      assertThat(tablet.client().status().waiting()).isEqualTo(10_000);

      assertThat(tablet.sync().end()).isEqualTo(End.DONE);

      assertThat(tablet.client().status().waiting()).isZero();
      assertThat(tablet.queue())
          .hasSize(10_000)
          .allSatisfy(one -> assertThat(one.state()).isEqualTo(MutationState.ACKNOWLEDGED));
      assertThat(distinctNotes(scene)).isEqualTo(10_000);
    }
  }

  private Tablet tablet(Scene scene, Transport transport) throws IOException {
    return Tablet.of(tablets, scene, scene.anna(), transport, Duration.ZERO, 1, 0);
  }

  private static Transport cutAtTheSecondPage(Transport good) {
    var pages = new AtomicInteger();
    return call -> {
      var reply = good.send(call);
      var isPage = call.path().endsWith("/pull") && reply.status() == 200;
      if (isPage && pages.incrementAndGet() == 2) {
        throw new IOException("the lift went down");
      }
      return reply;
    };
  }

  /** The courses of the municipality's first citizens become hers. */
  private static void giveHer(Scene scene, int many) throws SQLException {
    try (var superuser = site.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (var sql :
          new String[] {
            "update care_relation set scope_id = '%s' where municipality_id = %d and kind ="
                + " 'THERAPIST' and citizen_id in (%s)",
            "update course set seq = 1, therapist_id = '%s' where municipality_id = %d and"
                + " citizen_id in (%s)"
          }) {
        assertThat(
                statement.executeUpdate(
                    sql.formatted(scene.anna().id(), scene.municipality(), first(scene, many))))
            .isEqualTo(many);
      }
    }
  }

  private static String first(Scene scene, int many) {
    return IntStream.range(scene.number(), scene.number() + many)
        .mapToObj(number -> "'" + new Scene(scene.municipality(), number).citizen() + "'")
        .collect(Collectors.joining(","));
  }

  private static long distinctNotes(Scene scene) throws SQLException {
    try (var superuser = site.superuser();
        var query =
            superuser.prepareStatement(
                "select count(distinct note) from registration"
                    + " where municipality_id = ? and agreement_id = ?")) {
      query.setInt(1, scene.municipality());
      query.setObject(2, scene.agreement());
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
