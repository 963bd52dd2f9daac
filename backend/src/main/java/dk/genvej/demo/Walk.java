package dk.genvej.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;

/**
 * Inger's course from contact to review, in the small municipality of a running demo: each step
 * through the public API alone, as the role that does it. A second walk plays with another citizen
 * and later days, as the clock only goes forward.
 */
public final class Walk {

  private final WalkClient client;
  private final PrintWriter out;

  public Walk(URI server, PrintWriter out) {
    this.client = new WalkClient(server);
    this.out = out;
  }

  /**
   * @throws DemoException naming the step that was refused
   */
  public void play() {
    var cast = WalkCast.of(client.demo("/demo/users"));
    var today = LocalDate.parse(client.demo("/demo/clock").path("today").asText());
    play(new WalkScene(client, cast, WalkDays.from(today), out));
  }

  private static void play(WalkScene scene) {
    var contact = new WalkContact(scene);
    var citizen = contact.comesHome();
    var courseId = contact.isAssessed();

    var course = new WalkCourse(scene, courseId, citizen);
    var goals = course.isPlanned();
    course.starts();
    course.isVisited();
    course.comesDue();

    var end = new WalkEnd(scene, courseId);
    end.isEvaluated(goals);
    end.isRevisited();
    end.isReviewed();
    end.tellOutcome(citizen.name());
    new WalkInboxes(scene, courseId).tell();
  }
}
