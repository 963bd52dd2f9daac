package dk.genvej.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.citizen.CitizenService;
import dk.genvej.exports.CourseExportRepository.Changed;
import dk.genvej.exports.CourseExportRepository.Content;
import dk.genvej.print.PrintService;
import dk.genvej.print.Printout;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import dk.genvej.work.SystemActor;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a record system what came of each course (T1, T2): evaluation, outcome and the evaluation
 * on paper. Every telling is offered once; a run that was stopped is finished by the next.
 */
@Singleton
public class CourseExport {

  /** Read in one short transaction, whose access row is there before any of them leaves. */
  private static final int GROUP = 20;

  private static final UUID FIRST = new UUID(0, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Transactions transactions;
  private final CourseExportRepository repository;
  private final CitizenService citizens;
  private final PrintService prints;
  private final Time time;

  CourseExport(
      Transactions transactions,
      CourseExportRepository repository,
      CitizenService citizens,
      PrintService prints,
      Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.citizens = citizens;
    this.prints = prints;
    this.time = time;
  }

  /**
   * What a run did.
   *
   * @param unchanged something happened to the citizen, but nothing that is told
   */
  public record Tally(int told, int unchanged) {}

  /**
   * @throws IOException what the receiver refuses with; all that it took before stays taken
   */
  public Tally run(int municipality, CourseReceiver receiver, ExportProgress progress)
      throws IOException {
    var actor = actor(municipality);
    var after = FIRST;
    int told = 0;
    int seen = 0;
    while (true) {
      var from = after;
      var group = actor.reads(work -> group(work, receiver.name(), from));
      if (group.isEmpty()) {
        return new Tally(told, seen - told);
      }
      long all = seen + group.getFirst().changed().remaining();
      for (var one : group) {
        told += hand(actor, receiver, one) ? 1 : 0;
        progress.reached(++seen, all);
      }
      after = group.getLast().changed().id();
    }
  }

  /**
   * A coordinator of all districts: reads every course, and no protected address, as nobody knows
   * who opens the file.
   */
  private SystemActor actor(int municipality) {
    return SystemActor.of(
        transactions,
        municipality,
        "export",
        "Udtræk",
        Role.COORDINATOR,
        "exportCourses",
        time.now(municipality));
  }

  private List<Telling> group(Work work, String receiver, UUID after) {
    return repository.changed(work.municipality(), receiver, after, GROUP).stream()
        .map(changed -> telling(work, changed))
        .toList();
  }

  private Telling telling(Work work, Changed changed) {
    var content = repository.content(work.municipality(), changed.id()).orElseThrow();
    var node = withCitizen(work, changed, content);
    var hash = Ids.sha256(node.toString().getBytes(StandardCharsets.UTF_8));
    if (Arrays.equals(hash, changed.contentHash())) {
      return new Telling(changed, hash, null, null);
    }
    work.disclose(changed.citizenId());
    var evaluation = content.evaluationId();
    return new Telling(
        changed, hash, node, evaluation == null ? null : prints.evaluation(work, evaluation));
  }

  /** By the record system's own key; by CPR number only who has none. */
  private ObjectNode withCitizen(Work work, Changed changed, Content content) {
    try {
      var node = (ObjectNode) JSON.readTree(content.content());
      var citizen = node.putObject("citizen");
      if (content.externalKey() != null) {
        citizen.put("recordSystemKey", content.externalKey());
      } else {
        citizen.put("cpr", citizens.cpr(citizens.find(work, changed.citizenId())).digits());
      }
      return node;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database makes JSON", impossible);
    }
  }

  /** Answers whether there was anything to hand over. */
  private boolean hand(SystemActor actor, CourseReceiver receiver, Telling telling)
      throws IOException {
    var told = telling.told();
    if (told != null) {
      receiver.take(told);
    }
    actor.does(work -> remember(work, receiver.name(), telling));
    return told != null;
  }

  private boolean remember(Work work, String receiver, Telling telling) {
    repository.delivered(
        work.municipality(),
        receiver,
        telling.changed().id(),
        telling.revision(),
        telling.changed().seq(),
        telling.hash(),
        work.now());
    return true;
  }

  /**
   * What there is to say about a course.
   *
   * @param content null when it is nothing new
   * @param paper its evaluation
   */
  private record Telling(
      Changed changed, byte[] hash, @Nullable ObjectNode content, @Nullable Printout paper) {

    int revision() {
      return changed.revision() + (content == null ? 0 : 1);
    }

    @Nullable CourseTold told() {
      if (content == null) {
        return null;
      }
      content.put("revision", revision());
      var pdf = paper == null ? null : paper.pdf();
      if (pdf != null) {
        content.put("pdfSha256", HexFormat.of().formatHex(Ids.sha256(pdf)));
      }
      var json = content.toPrettyString().getBytes(StandardCharsets.UTF_8);
      return new CourseTold(changed.id(), revision(), json, pdf);
    }
  }
}
