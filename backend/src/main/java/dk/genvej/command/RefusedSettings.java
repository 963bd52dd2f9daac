package dk.genvej.command;

import java.util.List;

/** Settings that cannot be started with; one sentence for each, naming the setting. */
final class RefusedSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> sentences;

  RefusedSettings(List<String> sentences) {
    super(String.join(" ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  static RefusedSettings because(String sentence) {
    return new RefusedSettings(List.of(sentence));
  }

  List<String> sentences() {
    return sentences;
  }
}
