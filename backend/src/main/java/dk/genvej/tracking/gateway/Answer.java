package dk.genvej.tracking.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the gateway made of a report. */
public sealed interface Answer {

  /**
   * It has the report.
   *
   * @param before whether it had it before this, as after an answer that was lost
   */
  record Delivered(boolean before) implements Answer {}

  /**
   * It told in an OperationOutcome what is wrong, and will say the same again.
   *
   * @param issues a code and a text each, without numbers of people
   */
  record Refused(List<String> issues) implements Answer {

    public Refused {
      issues = List.copyOf(issues);
    }
  }

  /** It refused and told nothing that can be mended. */
  record Unexplained(int status) implements Answer {}

  /**
   * Whether it has the report is not known; the same again later.
   *
   * @param why a word for the log: a status, or what broke
   * @param after how long it asked to be left alone
   */
  record Later(String why, Optional<Duration> after) implements Answer {}
}
