package dk.genvej.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record system is told of courses (docs/ports.md). */
class CourseExportTest {

  private final World world = new World();

  @TempDir private Path folder;

  @Test
  void aCompletedCourseIsToldWithItsEvaluationOnPaperAndOnlyOnce() throws IOException {
    var story = completed(Citizens.aCitizen(world).named("Inger Opdigtet"));

    assertThat(exported()).isEqualTo(new CourseExport.Tally(1, 0));
    assertThat(exported()).isEqualTo(new CourseExport.Tally(0, 0));

    assertThat(files()).containsExactly(name(story, 1) + ".json", name(story, 1) + ".pdf");
    var told = told(story, 1);
    assertThat(told.at("/format").asText()).isEqualTo("genvej-course/1");
    assertThat(told.at("/state").asText()).isEqualTo("COMPLETED");
    assertThat(told.at("/citizen/cpr").asText()).matches("150642\\d{4}");
    assertThat(told.at("/evaluation/citizensVoice").asText()).isEqualTo("Jeg går i bad selv.");
    assertThat(told.at("/evaluation/goals/0/status").asText()).isEqualTo("ACHIEVED");
    assertThat(told.at("/outcomes/0/category").asText()).isEqualTo("LESS_HELP");
    assertThat(told.at("/outcomes/0/afterMinutes").decimalValue()).isEqualByComparingTo("120");
    assertThat(told.at("/pdfSha256").asText())
        .isEqualTo(HexFormat.of().formatHex(Ids.sha256(pdf(story, 1))));
  }

  @Test
  void whatIsCorrectedOrAnnulledIsToldAgainUnderAHigherRevision() throws IOException {
    var story = completed(Citizens.aCitizen(world));
    exported();
    story.correctAfter("150");

    assertThat(exported()).isEqualTo(new CourseExport.Tally(1, 0));
    assertThat(told(story, 2).at("/outcomes/0/afterMinutes").decimalValue())
        .isEqualByComparingTo("150");
    Api.as(world.carla)
        .post("/courses/" + story.courseId + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
    exported();
    assertThat(told(story, 3).at("/state").asText()).isEqualTo("ANNULLED");
    assertThat(told(story, 3).has("outcomes")).isFalse();
  }

  @Test
  void whatHappensToTheCitizenButNotToTheCourseIsNotTold() throws IOException {
    var story = completed(Citizens.aCitizen(world));
    exported();
    story.servedBy(world.nordTeam, "2025-04-16");

    assertThat(exported()).isEqualTo(new CourseExport.Tally(0, 1));
    assertThat(exported()).isEqualTo(new CourseExport.Tally(0, 0));
  }

  @Test
  void aStoppedCourseIsToldAndOneUnderWayIsNot() throws IOException {
    var stopped = started(Citizens.aCitizen(world));
    started(Citizens.aCitizen(world));
    world.on("2025-02-20");
    stopped.stop(world.anna, "2025-02-20", "DECLINED").ok();

    exported();

    assertThat(files()).containsExactly(name(stopped, 1) + ".json");
    assertThat(told(stopped, 1).at("/stopReason").asText()).isEqualTo("DECLINED");
  }

  /** Taken, and killed before it was remembered: the same again under the same name. */
  @Test
  void aRunThatWasStoppedIsFinishedByTheNext() throws IOException {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 3; i++) {
      stories.add(completed(Citizens.aCitizen(world)));
    }
    var dying = new Dying(new FolderReceiver("eoj", folder), 2);

    assertThatThrownBy(() -> export(dying)).isInstanceOf(IOException.class);
    assertThat(files()).hasSize(4);
    assertThat(export(new FolderReceiver("eoj", folder))).isEqualTo(new CourseExport.Tally(2, 0));

    assertThat(files())
        .containsExactlyInAnyOrderElementsOf(
            stories.stream()
                .flatMap(story -> Stream.of(name(story, 1) + ".json", name(story, 1) + ".pdf"))
                .toList());
  }

  @Test
  void eachReceiverHasAMemoryOfItsOwn() throws IOException {
    completed(Citizens.aCitizen(world));

    assertThat(export(new FolderReceiver("cura", folder.resolve("cura"))).told()).isOne();
    assertThat(export(new FolderReceiver("csc", folder.resolve("csc"))).told()).isOne();
    assertThat(export(new FolderReceiver("cura", folder.resolve("cura"))).told()).isZero();
  }

  @Test
  void aProtectedAddressLeavesByNoneOfThem() throws IOException {
    var story =
        completed(
            Citizens.aCitizen(world)
                .with("address", Map.of("street", "Hemmevej 7", "postCode", "4200", "city", "By"))
                .with("addressProtection", Map.of("from", "2025-01-01")));
    exported();

    try (var paper = Loader.loadPDF(pdf(story, 1))) {
      assertThat(new PDFTextStripper().getText(paper)).contains("Inger").doesNotContain("Hemmevej");
    }
    assertThat(Files.readString(folder.resolve(name(story, 1) + ".json")))
        .doesNotContain("Hemmevej");
  }

  @Test
  void whoIsToldOfStandsInTheAccessLog() throws IOException {
    var story = completed(Citizens.aCitizen(world));
    exported();

    assertThat(
            world.value(
                "select string_agg(distinct u.name || ' ' || l.outcome || ' ' || l.citizens[1],"
                    + " ',') from access_log l join app_user u on u.municipality_id ="
                    + " l.municipality_id and u.id = l.user_id where l.municipality_id = :m and"
                    + " l.operation = 'exportCourses'"))
        .isEqualTo("Udtræk DISCLOSED " + story.citizenId);
  }

  private CourseExport.Tally exported() throws IOException {
    return export(new FolderReceiver("eoj", folder));
  }

  private CourseExport.Tally export(CourseReceiver receiver) throws IOException {
    return TestServer.running()
        .context()
        .getBean(CourseExport.class)
        .run(world.municipality, receiver, ExportProgress.silent());
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String name(Story story, int revision) {
    return "course-" + story.courseId + "-r" + revision;
  }

  private JsonNode told(Story story, int revision) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readAllBytes(folder.resolve(name(story, revision) + ".json")));
  }

  private byte[] pdf(Story story, int revision) throws IOException {
    return Files.readAllBytes(folder.resolve(name(story, revision) + ".pdf"));
  }

  private Story started(Citizens citizen) {
    world.on("2025-01-13");
    return new Story(world, citizen)
        .referredTo(world.anna, "2025-01-13")
        .planned()
        .started("2025-01-20");
  }

  private Story completed(Citizens citizen) {
    var story = started(citizen).evaluated("2025-04-14");
    world.on("2025-04-16");
    story.revisited("2025-04-16", "120").created();
    return story;
  }

  /** Takes so many and then dies with the last of them in the folder. */
  private static final class Dying implements CourseReceiver {

    private final CourseReceiver receiver;
    private int left;

    Dying(CourseReceiver receiver, int takes) {
      this.receiver = receiver;
      this.left = takes;
    }

    @Override
    public String name() {
      return receiver.name();
    }

    @Override
    public void take(CourseTold told) throws IOException {
      receiver.take(told);
      if (--left == 0) {
        throw new IOException("killed");
      }
    }
  }
}
